# Two commands do everything: `make demo` and `make test`. `make build` alone builds pkg/.
.PHONY: build demo test bench generate clean

SHELL := /bin/bash
CARGO := cargo
NPM_STAMP := node_modules/.package-lock.json

$(NPM_STAMP): package.json package-lock.json pkg/package.json
	npm ci --no-audit --no-fund
	@touch $@

.PHONY: tools
tools:
	@command -v cargo >/dev/null || { echo "rustup is missing: install it from your distribution or https://rustup.rs"; exit 1; }
	@command -v node >/dev/null || { echo "Node 20 or later is missing"; exit 1; }
	@rustup target list --installed | grep -q wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown

build: tools $(NPM_STAMP)
	$(CARGO) xtask build
	node pkg/build.mjs

demo: build
	node www/build.mjs
	node www/serve.mjs

test:
	bash tests/run.sh

bench: build
	$(CARGO) bench --bench hot_paths
	node benches/check.mjs
	node benches/messages.mjs
	node benches/files.mjs
	node benches/receipts.mjs
	node benches/qr.mjs
	node benches/deadlines.mjs
	node benches/catalogue.mjs

generate:
	$(CARGO) xtask generate

clean:
	rm -rf target node_modules pkg/dist pkg/src/glue www/dist

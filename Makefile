# Two commands do everything: `make demo` and `make test`. `make build` alone builds pkg/.
.PHONY: build demo test bench generate clean

SHELL := /bin/bash
CARGO := cargo
NPM_STAMP := node_modules/.package-lock.json
# A lock that names no host: whoever installs has a registry of their own.
export npm_config_omit_lockfile_registry_resolved := true

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
	$(CARGO) bench --package bench
	node tests/bench/check.mjs
	node tests/bench/files.mjs
	node tests/bench/receipts.mjs
	node tests/bench/qr.mjs
	node tests/bench/deadlines.mjs
	node tests/bench/catalogue.mjs

generate:
	$(CARGO) xtask generate

clean:
	rm -rf target node_modules pkg/dist pkg/src/glue www/dist

# `make demo` shows it, `make check` answers whoever edits a rule, `make test` and `make test-all` test everything, `make build`
# alone builds pkg/. What each takes: docs/CONTRIBUTING.md.
.PHONY: build demo check test test-all bench generate clean tools packages

SHELL := /bin/bash
CARGO := cargo
NPM_STAMP := node_modules/.package-lock.json
# A lock that names no host: whoever installs has a registry of their own.
export npm_config_omit_lockfile_registry_resolved := true
# make test SKIP="webkit", make test ONLY="native"
export SKIP ONLY

# What a target needs of the machine, before anything else.
need-%:
	@bash xtask/machine.sh $*

$(NPM_STAMP): package.json package-lock.json pkg/package.json
	npm ci --no-audit --no-fund
	@touch $@

packages: $(NPM_STAMP)

tools:
	@rustup show active-toolchain >/dev/null 2>&1 || rustup toolchain install
	@rustup target list --installed | grep -q wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown

build: need-build tools $(NPM_STAMP)
	$(CARGO) xtask build
	node pkg/build.mjs

# The compiler waits for no package of npm, nor the other way round.
demo: need-demo
	@$(MAKE) --no-print-directory --jobs=2 packages demo-modules
	@node www/demo.mjs
	@node target/demo/www/serve.mjs

.PHONY: demo-modules
demo-modules: tools
	$(CARGO) xtask build --demo

check: need-check tools $(NPM_STAMP)
	@node tests/check.mjs

test test-all: %: need-%
	@node tests/run.mjs $@

bench: build
	$(CARGO) bench --package bench
	node tests/bench/check.mjs
	node tests/bench/messages.mjs
	node tests/bench/files.mjs
	node tests/bench/receipts.mjs
	node tests/bench/qr.mjs
	node tests/bench/deadlines.mjs
	node tests/bench/catalogue.mjs

generate:
	$(CARGO) xtask generate

clean:
	rm -rf target node_modules pkg/dist pkg/src/glue www/dist

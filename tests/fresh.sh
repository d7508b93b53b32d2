#!/usr/bin/env bash
# A machine that has nothing: a bare Debian made by debootstrap, with rustup and Node of this machine put into it, where
# `make TARGET` runs in a fresh clone and fetches the compiler itself. `sudo bash tests/fresh.sh demo` as root there, `… demo
# user` as somebody who may not install. FRESH=folder keeps the system elsewhere than in /var/tmp. Not a step: it makes a
# system, and wants root.
set -eu
cd "$(dirname "$0")/.."
target=${1:-demo} who=${2:-root} place=${FRESH:-/var/tmp/yushen-fresh}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)

[ -e "$place/made" ] || debootstrap --variant=minbase --include=make,git,ca-certificates bookworm "$place" "$mirror"
touch "$place/made"
for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list /etc/resolv.conf /etc/hosts /etc/npmrc \
  /etc/ssl/certs/ca-certificates.crt; do
  [ ! -e "$file" ] || cp "$file" "$place$file"
done
chroot "$place" id user >/dev/null 2>&1 || chroot "$place" useradd --create-home user
home=/root
[ "$who" = root ] || home=/home/user
rm -rf "$place$home/yushen"
git clone --quiet . "$place$home/yushen"
mkdir -p "$place/opt/rustup" "$place/opt/cargo" "$place/usr/lib/node_modules"
touch "$place/usr/bin/node"
chroot "$place" chown -R "$who" "$home/yushen" /opt/rustup
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$place/usr/bin/npm"

# The demo is there when it says where; nobody would end it otherwise.
log=$home/demo.log run="make $target"
until='until grep "demo portal" $log; do kill -0 $! || { tail -n 40 $log; exit 1; }; sleep 1; done; kill $!'
[ "$target" != demo ] || run="log=$log; make demo >$log 2>&1 & $until"

# Mounts of its own, which end with it.
unshare --mount bash -eu <<MOUNTED
mount --bind "${CARGO_HOME:-$HOME/.cargo}/bin" "$place/opt/cargo"
mount --bind "$(readlink -f "$(command -v node)")" "$place/usr/bin/node"
mount --bind "$(npm root --global)" "$place/usr/lib/node_modules"
mount -t proc proc "$place/proc"
mount --rbind /dev "$place/dev"
export RUSTUP_HOME=/opt/rustup PATH=/opt/cargo:/usr/sbin:/usr/bin:/sbin:/bin PORT=0
export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
chroot "$place" su "$who" -s /bin/bash -c 'cd $home/yushen; $run'
MOUNTED

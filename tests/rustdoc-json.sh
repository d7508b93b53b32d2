#!/bin/sh
# rustdoc, allowed to write JSON; nothing else of the build is told, so nothing else is built anew.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"

#!/usr/bin/env bash
# Checks postgres.sh on machines that this one is not: without a server, without root, without a working apt-get. Installs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# fake NAME BODY: a command of that machine. Writing through a link of bare would change this machine's.
fake() {
  rm -f "$scratch/bin/$1"
  printf '#!/bin/sh\n%s\n' "$2" >"$scratch/bin/$1"
  chmod +x "$scratch/bin/$1"
}

# bare: a machine with the commands that the script needs and nothing else.
bare() {
  rm -rf "${scratch:?}"/*
  mkdir "$scratch/bin" "$scratch/home"
  local name
  for name in bash cat chmod dirname ls mkdir mktemp rm sh sort tail; do
    ln -s "$(command -v "$name")" "$scratch/bin/$name"
  done
}

# started: postgres_start on that machine; what it says goes to the file said.
started() {
  PATH="$scratch/bin" bash -c '
    source ./postgres.sh
    postgres_home=$1/home postgres_etc=$1/etc
    trap postgres_stop EXIT
    postgres_start' - "$scratch" >"$scratch/said" 2>&1
}

# expect NAME COMMAND...: the command has to succeed.
expect() {
  local name=$1
  shift
  if "$@"; then
    printf 'ok      %s\n' "$name"
  else
    printf 'FAILED  %s\n' "$name"
    cat "$scratch/said"
    failures=$((failures + 1))
  fi
}

fails() { ! "$@"; }

bare
fake id 'echo 1000'
expect 'no server and no root: fails' fails started
expect 'no server and no root: says why' grep -q 'only root can install it' "$scratch/said"

bare
fake id 'echo 0'
expect 'no server and no apt-get: fails' fails started
expect 'no server and no apt-get: says why' grep -q 'no apt-get' "$scratch/said"

bare
fake id 'echo 0'
fake apt-get 'echo "apt-get $*"; [ "$1" = update ]'
expect 'a failing installation: fails' fails started
expect 'a failing installation: starts nothing' fails grep -q initdb "$scratch/said"

bare
fake id 'echo 0'
fake apt-get 'echo "apt-get $*"'
expect 'an installation without a server: fails' fails started
expect 'an installation without a server: says why' grep -q 'not where they are looked for' "$scratch/said"

bare
fake id 'echo 0'
fake chown :
fake runuser 'shift 3; exec "$@"'
# What the package would put there.
cat >"$scratch/installed" <<SCRIPT
mkdir -p $scratch/home/15/bin
printf '#!/bin/sh\nexit 0\n' >$scratch/home/15/bin/initdb
printf '#!/bin/sh\nexit 0\n' >$scratch/home/15/bin/pg_ctl
chmod +x $scratch/home/15/bin/*
SCRIPT
fake apt-get "echo \"apt-get \$*\"; [ \"\$1\" = update ] && exit 100; . $scratch/installed"
expect 'root without a server: installs it' started
expect 'root without a server: asks for no questions and no extras' grep -q 'apt-get install -y -qq --no-install-recommends .* postgresql postgresql-client' "$scratch/said"
expect 'root without a server: the package makes no cluster of its own' grep -qx 'create_main_cluster = false' "$scratch/etc/createcluster.conf"

[ "$failures" -eq 0 ]

# Sourced: a throw-away PostgreSQL server on a free port of this machine. Debian's packages are installed when there is no server and we may install one.
#
#   source tests/support/postgres.sh
#   trap postgres_stop EXIT
#   postgres_start                # sets PGHOST, PGPORT, PGUSER, PGDATABASE for psql and PGCONNECTION for .NET
#   psql -f schema.sql

postgres_dir=
# Where Debian's packages put the server, one folder for each version, and what they read when they are installed.
postgres_home=/usr/lib/postgresql
postgres_etc=/etc/postgresql-common

postgres_bin() {
  local found
  found=$(ls -d "$postgres_home"/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then
    echo "$found"
  elif command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
    dirname "$(command -v initdb)"
  fi
}

postgres_install() {
  if [ "$(id -u)" -ne 0 ]; then
    echo 'PostgreSQL is not installed, and only root can install it' >&2
    return 1
  fi
  if ! command -v apt-get >/dev/null; then
    echo 'PostgreSQL is not installed, and there is no apt-get to install it with' >&2
    return 1
  fi
  # The package would make a cluster of its own and start it.
  if [ ! -e "$postgres_etc/createcluster.conf" ]; then
    mkdir -p "$postgres_etc"
    printf 'create_main_cluster = false\n' >"$postgres_etc/createcluster.conf"
  fi
  # Lists that cannot be read anew may still do.
  apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql postgresql-client >&2 || return 1
  if [ -z "$(postgres_bin)" ]; then
    echo 'PostgreSQL was installed, but its programs are not where they are looked for' >&2
    return 1
  fi
}

# PostgreSQL refuses to run as root.
postgres_as() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

postgres_start() {
  if [ -z "$(postgres_bin)" ] || ! command -v psql >/dev/null; then
    postgres_install || return 1
  fi
  local bin attempt
  bin=$(postgres_bin)
  postgres_dir=$(mktemp -d)
  chmod 755 "$postgres_dir"
  if [ "$(id -u)" -eq 0 ]; then
    id -u postgres >/dev/null 2>&1 || useradd --system --no-create-home postgres
    chown postgres "$postgres_dir"
  fi
  (cd / && postgres_as "$bin/initdb" -D "$postgres_dir/data" -U skylint -A trust --no-sync --encoding=UTF8 --no-locale) >"$postgres_dir/initdb.log" 2>&1 || { cat "$postgres_dir/initdb.log" >&2; return 1; }
  export PGHOST=127.0.0.1 PGUSER=skylint PGDATABASE=postgres
  # The server cannot choose a free port itself, so a taken one is tried past.
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    export PGPORT=$((20000 + RANDOM % 20000))
    if (cd / && postgres_as "$bin/pg_ctl" -D "$postgres_dir/data" -w -t 60 -l "$postgres_dir/log" -o "-p $PGPORT -h 127.0.0.1 -k '' -F" start) >/dev/null 2>&1; then
      export PGCONNECTION="Host=127.0.0.1;Port=$PGPORT;Username=skylint;Database=postgres"
      return 0
    fi
  done
  cat "$postgres_dir/log" >&2
  return 1
}

postgres_stop() {
  [ -n "$postgres_dir" ] || return 0
  if [ -f "$postgres_dir/data/postmaster.pid" ]; then
    (cd / && postgres_as "$(postgres_bin)/pg_ctl" -D "$postgres_dir/data" -m immediate -w stop) >/dev/null 2>&1 || true
  fi
  rm -rf "$postgres_dir"
  postgres_dir=
}

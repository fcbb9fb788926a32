#!/usr/bin/env bash
# Runs what the parameterising fix writes against PostgreSQL: the same rows for harmless input, no injection for hostile input.
# Makes a throw-away cluster on a free port of the loopback interface and takes it away again. Installs Debian's package if there is no
# server and it may. Arguments are handed to `dotnet test`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cannot() {
  printf 'PostgreSQL checks cannot run here: %s\n' "$1" >&2
  exit 1
}

# The folder with initdb, pg_ctl and postgres; nothing when there is none.
find_server() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n -r) $(dirname "$(command -v initdb 2>/dev/null || echo /none/none)"); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done
}

install_server() {
  command -v apt-get > /dev/null || cannot 'there is no PostgreSQL server, and no apt-get to install one with'
  [ "$(id -u)" -eq 0 ] || cannot 'there is no PostgreSQL server, and only root may install one: apt-get install postgresql'
  printf 'installing postgresql\n'
  # The package would make a cluster of its own and start it.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    printf 'create_main_cluster = false\n' > /etc/postgresql-common/createcluster.conf
  fi
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql; } > /dev/null 2>&1 || cannot 'apt-get could not install postgresql'
}

bin=$(find_server)
if [ -z "$bin" ]; then
  install_server
  bin=$(find_server)
  [ -n "$bin" ] || cannot 'postgresql is installed, but has no initdb'
fi

# The server refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
  user=$(getent passwd postgres > /dev/null && echo postgres || echo nobody)
  as=(setpriv "--reuid=$(id -u "$user")" "--regid=$(id -g "$user")" --clear-groups env HOME=/tmp)
fi

cluster=$(mktemp -d /tmp/skylint-postgres.XXXXXX)
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$cluster/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$cluster"
}
trap stop EXIT
[ ${#as[@]} -eq 0 ] || chown "$user" "$cluster"
cd "$cluster"
"${as[@]}" "$bin/initdb" -D "$cluster/data" -U skylint -A trust -E UTF8 --locale=C --no-sync > "$cluster.log" 2>&1 || { cat "$cluster.log" >&2; rm -f "$cluster.log"; cannot 'initdb failed'; }
rm -f "$cluster.log"

started=''
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 30000))
  if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
    continue
  fi
  if "${as[@]}" "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/data/server.log" -w -t 60 \
    -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -p $port" start > /dev/null 2>&1; then
    started=yes
    break
  fi
done
if [ -z "$started" ]; then
  cat "$cluster/data/server.log" >&2 || true
  cannot 'the server did not start'
fi

cd - > /dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
SKYLINT_POSTGRES="Host=127.0.0.1;Port=$port;Username=skylint;Database=postgres;Pooling=false" dotnet test Skylint.Postgres.Tests.csproj "$@"

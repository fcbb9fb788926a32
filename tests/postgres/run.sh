#!/usr/bin/env bash
# Runs what the parameterising fix writes against PostgreSQL: the same rows for harmless input, no injection for hostile input.
# The server is a throw-away one (tests/support/postgres.sh). Arguments are handed to `dotnet test`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../support/postgres.sh

trap postgres_stop EXIT
postgres_start || { printf 'PostgreSQL checks cannot run here: see above\n' >&2; exit 1; }

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
SKYLINT_POSTGRES="$PGCONNECTION;Pooling=false" dotnet test Skylint.Postgres.Tests.csproj "$@"

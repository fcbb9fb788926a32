#!/usr/bin/env bash
# run.sh [--record]: runs the sample service for real, as three processes that talk through SQS, SNS, DynamoDB, S3 (stand-ins from npm) and PostgreSQL, and
# judges the traces, metrics and logs that they leave behind. With --record, the last order's trace becomes samples/OrdersService/trace.json.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$here"
source "$here/../support/postgres.sh"

record=()
if [ "${1:-}" = --record ]; then
  record=("$root/samples/OrdersService/trace.json")
fi

# npm leaves a copy of the lock file that it installed from; a newer lock file means another install.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund >&2
fi

services=
stop() {
  [ -z "$services" ] || kill "$services" 2>/dev/null || true
  postgres_stop
}
trap stop EXIT

dotnet build Skylint.EndToEnd.csproj -c Release -v q -nologo >&2
postgres_start
psql -q -v ON_ERROR_STOP=1 -f "$root/samples/OrdersService/Ledger/schema.sql"
addresses=$(mktemp)
node services.mjs >"$addresses" &
services=$!
for _ in $(seq 100); do
  [ ! -s "$addresses" ] || break
  kill -0 "$services"
  sleep 0.1
done
read -r aws dynamo <"$addresses"
rm "$addresses"
dotnet bin/Release/net10.0/Skylint.EndToEnd.dll "$root/samples/OrdersService/bin/Release/net10.0/OrdersService.dll" "$aws" "$dynamo" "$PGCONNECTION" "${record[@]}"

booked=$(psql -qtA -c 'select count(*) from entries')
printf '%s orders in the ledger\n' "$booked"
[ "$booked" -eq 3 ]

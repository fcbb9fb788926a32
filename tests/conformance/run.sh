#!/usr/bin/env bash
# run.sh [KEY_PART]: synthesizes the cases of the construct rules and holds them against cdk-nag (see README.md).
# With KEY_PART, only the rules whose key contains it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"

# npm leaves a copy of the lock file that it installed from; a newer lock file means another install.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund >&2
fi

started=$SECONDS
dotnet build runner/Conformance.Runner.csproj -c Release -v q -nologo >&2

# The CDK library warns about the age of the Node.js that it runs on, and of what bad cases use; neither is under test.
JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=$(node -p 'process.versions.node.split(".")[0]')
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION
export JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION=1 JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_DEPRECATED=quiet
rm -rf cdk.out
built=$SECONDS
dotnet runner/bin/Release/net10.0/Conformance.Runner.dll "$here/cdk.out" "$@" >&2
synthesized=$SECONDS
node --test judge.test.mjs > cdk.out/judge.test.log || { cat cdk.out/judge.test.log; exit 1; }
result=0
node judge.mjs cdk.out || result=$?
echo "built in $((built - started)) s, synthesized in $((synthesized - built)) s, judged in $((SECONDS - synthesized)) s" >&2
exit "$result"

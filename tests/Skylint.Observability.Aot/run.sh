#!/usr/bin/env bash
# run.sh: builds a consumer of Skylint.Observability for net10.0, net8.0 and netstandard2.0 with every warning an error, the ones of the AOT and trim analyzers among
# them; publishes it ahead of time, where the linker's warnings are errors too; and runs the program.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"

# The linker's driver and zlib, which the published program is linked with.
if ! { command -v clang || command -v gcc; } >/dev/null || ! [ -e /usr/include/zlib.h ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo 'a C compiler and zlib are needed for publishing, and only root can install them' >&2
    exit 1
  fi
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev zlib1g-dev; } >&2
fi
linker=()
command -v clang >/dev/null || linker=(-p:CppCompilerAndLinker=gcc)

dotnet build -c Release -v q -nologo -warnaserror
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
dotnet publish -c Release -f net10.0 -r linux-x64 -v q -nologo -warnaserror -o "$output" "${linker[@]}"
"$output/Skylint.Observability.Aot"

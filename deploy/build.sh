#!/bin/sh
# Puts what a server needs into a directory, and nothing else: its sources (Node runs them as they are), the built board app,
# and the packages both lean on, without those for development. The image's build is this script.
#
#   sh deploy/build.sh /opt/samtavla && node /opt/samtavla/packages/server/src/main.ts
set -eu
to=${1:?Say where to: sh deploy/build.sh <directory>}
mkdir -p "$to"
to=$(cd "$to" && pwd)
cd "$(dirname "$0")/.."

sh tools/install.sh
PATH="$PWD/node_modules/.bin:$PATH" node tools/build-board.ts

cp -R package.json pnpm-lock.yaml pnpm-workspace.yaml LICENSE licences "$to"
for part in server protocol templates; do
  mkdir -p "$to/packages/$part"
  cp -R "packages/$part/package.json" "packages/$part/src" "$to/packages/$part"
done
find "$to/packages" -name '*.test.ts' -delete
mkdir -p "$to/packages/board/dist"
cp -R packages/board/dist/app "$to/packages/board/dist"

cd "$to"
npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline --prod --filter '@samtavla/server...' --loglevel=error

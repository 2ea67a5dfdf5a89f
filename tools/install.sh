#!/bin/sh
# Installs what the lockfile says. pnpm leaves a copy of the lockfile when it has finished an install;
# as long as the copy is the same, there is nothing to do, and a start costs no second.
cmp -s pnpm-lock.yaml node_modules/.pnpm/lock.yaml && exit 0

echo 'Installing the packages …'
# `--prod=false`: Node itself and the tools that build the board are development dependencies, and are
# needed where NODE_ENV=production too.
exec npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline --prod=false --loglevel=error

#!/bin/sh
# Fetch Workbox's ready-made scripts from npm again: sh scripts/publishing/service_worker/refresh.sh VERSION
# Needs npm, which the site's own build does not.
set -eu
version="$1"
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
for part in core routing strategies precaching; do
  npm pack --silent "workbox-$part@$version" >/dev/null
  mkdir "$part"
  tar -xzf "workbox-$part-$version.tgz" -C "$part"
done
{
  echo "// Workbox $version, https://github.com/GoogleChrome/workbox, MIT licence: LICENSE-workbox.txt."
  echo "// Unchanged builds of workbox-core, -routing, -strategies and -precaching; made by refresh.sh."
  for part in core routing strategies precaching; do
    grep -v '^//# sourceMappingURL=' "$part/package/build/workbox-$part.prod.js"
    echo ";"
  done
} > "$here/workbox.js"
cp core/package/LICENSE "$here/LICENSE-workbox.txt"

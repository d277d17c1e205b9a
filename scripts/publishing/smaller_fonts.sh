#!/bin/sh
# Make the fonts that pages ask for smaller: sh scripts/publishing/smaller_fonts.sh FOLDER, where FOLDER holds
# the .woff2 files as their makers give them. Left out are weights that no style asks for (only 400 to 700 stand
# in overrides/assets) and features that none turns on; every letter stays.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
bin=${BIN:-"$here/.venv/bin"}
for file in "$1"/*.woff2; do
  name=$(basename "$file")
  "$bin/fonttools" varLib.instancer --quiet --no-recalc-timestamp "$file" wght=400:700 --output "$1/narrowed.ttf"
  "$bin/pyftsubset" "$1/narrowed.ttf" --unicodes='*' --layout-features=kern,liga,mark,mkmk,ccmp,locl,calt,tnum \
    --name-IDs='*' --notdef-outline --no-recalc-timestamp --flavor=woff2 \
    --output-file="$here/overrides/assets/fonts/$name"
  rm "$1/narrowed.ttf"
done
cd "$here"
"$bin/python" -m scripts.pictures.measured_letters

#!/bin/sh
# Bundle anew what writes Word files and workbooks in the browser, from npm:
#   sh scripts/publishing/file_writers/refresh.sh DOCX WRITE_EXCEL_FILE FFLATE ESBUILD     (their versions)
# Needs npm, which the site's own build does not. The same versions give the same bytes.
set -eu
docx="$1" excel="$2" fflate="$3" esbuild="$4"
vendor="$(cd "$(dirname "$0")/../../../overrides/assets/vendor" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --save-exact \
  "docx@$docx" "write-excel-file@$excel" "fflate@$fflate" "esbuild@$esbuild" >/dev/null

# $1: name, $2: what is taken of it, $3: its first line, $4…: the packages within.
bundle() {
  name="$1" taken="$2" said="$3"
  shift 3
  echo "$taken" > "$name.entry.mjs"
  npx esbuild "$name.entry.mjs" --bundle --minify --format=esm --target=es2022 --log-level=error \
    --banner:js="$said Licence: LICENSE-$name.txt." --outfile="$vendor/$name.js"
  for package in "$@"; do
    printf '%s\n\n' "$package"
    cat "node_modules/$package/LICENSE"
    echo
  done > "$vendor/LICENSE-$name.txt"
}

bundle docx \
  'export { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from "docx";' \
  "// docx $docx, https://github.com/dolanmiu/docx, with nanoid and fflate, bundled by refresh.sh." \
  docx nanoid fflate
bundle write-excel-file \
  'export { default } from "write-excel-file/browser";' \
  "// write-excel-file $excel, https://gitlab.com/catamphetamine/write-excel-file, with fflate, bundled by refresh.sh." \
  write-excel-file fflate

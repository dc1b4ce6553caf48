#!/bin/sh
# An exporter in shell: the first address of each question is looked for in a file of records, one a line.
set -eu
echo '{"type":"SCHEMA","stream":"people","schema":{},"key_properties":[]}'
tr '{' '\n' | sed -n 's/^"email":\["\([^"\\]*\)".*/\1/p' | sort -u | while read -r email; do
    grep -iF "\"email\":\"$email\"" people.jsonl | sed 's/.*/{"type":"RECORD","stream":"people","record":&}/' || true
done

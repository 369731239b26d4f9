#!/usr/bin/env bash
# Makes docs/report-light.png and docs/report-dark.png, which docs/analyzer.md shows, of the log of a bad
# morning that this script makes up. Needs the packaged analyzer and Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
docs/morning-log.sh > "$folder/chat-api.log"
(cd "$folder" && "$OLDPWD/bin/openai-errors" analyze --zone UTC --fail-on none --format html \
  -o report.html chat-api.log)

shoot() {
  chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$folder/profile" --window-size=1100,1180 \
    --blink-settings=preferredColorScheme="$2" --screenshot="$PWD/docs/report-$1.png" \
    "file://$folder/report.html" 2> /dev/null
}
shoot light 1
shoot dark 0
ls -l docs/report-light.png docs/report-dark.png

#!/usr/bin/env bash
# Compares the analyzer with other ways to go through the same log, all in turn and each in a process
# of its own: ripgrep (rg or $RG) looking for the same words, zcat where the log is compressed, and
# Jackson reading every line where it is JSON.
#
#   benchmarks/analyzer.sh LOG [ROUNDS]
set -euo pipefail

log=${1:?usage: benchmarks/analyzer.sh LOG [ROUNDS]}
rounds=${2:-5}
home=$(cd "$(dirname "$0")/.." && pwd)
jar=$home/benchmarks/target/benchmarks.jar
rg=${RG:-rg}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -f "$jar" ] || { echo "make it first: mvn -q package -DskipTests -pl analyzer,benchmarks -am" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -cp "$jar" dev.openaierrors.benchmarks.SearchedWords > "$work/words"

ways=(analyzer)
case $log in
  *.gz) ways+=(zcat) ;;
  *)
    command -v "$rg" > /dev/null && ways+=(ripgrep)
    [ "$(head -c 1 "$log")" = '{' ] && ways+=(jackson)
    ;;
esac

way() {
  case $1 in
    analyzer) "$home/bin/openai-errors" analyze --no-progress --fail-on none "$log" ;;
    ripgrep) "$rg" -c -F -f "$work/words" "$log" || [ $? = 1 ] ;;
    zcat) zcat "$log" ;;
    jackson) "$java" -XX:+UseSerialGC -cp "$jar" dev.openaierrors.benchmarks.JsonLines "$log" ;;
  esac > /dev/null
}

# The log into the page cache, and the analyzer's archive of classes behind its first run.
way analyzer
sleep 3

for _ in $(seq "$rounds"); do
  for one in "${ways[@]}"; do
    begin=$(date +%s%N)
    way "$one"
    end=$(date +%s%N)
    echo "$(((end - begin) / 1000000))" >> "$work/$one"
  done
done

median() { sort -n "$work/$1" | sed -n "$(((rounds + 1) / 2))p"; }
printf '%-10s %10s %14s\n' way 'median ms' 'analyzer takes'
ours=$(median analyzer)
for one in "${ways[@]}"; do
  theirs=$(median "$one")
  printf '%-10s %10d %13sx\n' "$one" "$theirs" "$(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")"
done

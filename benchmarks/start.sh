#!/usr/bin/env bash
# What our appender adds to the start of a plain Logback service: a JVM that starts, logs one line and
# ends, with and without it in turn, and once more with an OpenAI error as a second line. Also prints
# the sizes of our jars.
#
#   benchmarks/start.sh [ROUNDS]
set -euo pipefail

rounds=${1:-25}
home=$(cd "$(dirname "$0")/.." && pwd)
lib=${LIB:-$home/benchmarks/target/lib}
classes=$home/benchmarks/target/classes
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -d "$lib" ] || { echo "make it first: mvn -q package -DskipTests -pl benchmarks -am" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
path=$classes
for jar in "$lib"/openai-errors-{core,logback}-*.jar "$lib"/{logback,slf4j}-*.jar; do
  [ ! -f "$jar" ] || path+=:$jar
done

appender() {
  printf '<configuration>\n%s\n%s\n<root level="INFO"><appender-ref ref="%s"/></root>\n</configuration>\n' \
    '<appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %-5level %logger %X - %msg%n</pattern></encoder></appender>' \
    "$1" "$2"
}
appender '' CONSOLE > "$work/without.xml"
appender '<appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender"><appender-ref ref="CONSOLE"/></appender>' \
  OPENAI > "$work/with.xml"

error='429 You exceeded your current quota, please check your plan and billing details. {"error": {"message": "You exceeded your current quota, please check your plan and billing details.", "type": "insufficient_quota", "param": null, "code": "insufficient_quota"}}'

# Wall clock and processor milliseconds of one start, appended to the way's file.
measure() {
  local way=$1 begin end times
  shift
  begin=$(date +%s%N)
  { TIMEFORMAT='%U %S'; time "$java" ${JAVA_OPTIONS:-} -cp "$path" "$@" > "$work/out"; } 2> "$work/time"
  end=$(date +%s%N)
  times=$(tail -n 1 "$work/time")
  echo "$(((end - begin) / 1000000)) $(awk '{ printf "%d", ($1 + $2) * 1000 }' <<< "$times")" >> "$work/$way"
}

way() {
  case $1 in
    without) measure "$1" -Dlogback.configurationFile="$work/without.xml" dev.openaierrors.benchmarks.Start ;;
    with) measure "$1" -Dlogback.configurationFile="$work/with.xml" dev.openaierrors.benchmarks.Start ;;
    error-without) measure "$1" -Dlogback.configurationFile="$work/without.xml" dev.openaierrors.benchmarks.Start "$error" ;;
    error-with)
      measure "$1" -Dlogback.configurationFile="$work/with.xml" dev.openaierrors.benchmarks.Start "$error"
      grep -q 'openai.error.kind=insufficient_quota' "$work/out" || { cat "$work/out" >&2; exit 1; }
      ;;
  esac
}

ways=(without with error-without error-with)
# Everything into the page cache.
for one in "${ways[@]}"; do way "$one"; done
rm -f "${ways[@]/#/$work/}"
for _ in $(seq "$rounds"); do
  for one in "${ways[@]}"; do way "$one"; done
done

median() { awk -v f="$2" '{ print $f }' "$work/$1" | sort -n | sed -n "$(((rounds + 1) / 2))p"; }
printf '%-14s %10s %10s\n' start 'median ms' 'CPU ms'
for one in "${ways[@]}"; do
  printf '%-14s %10d %10d\n' "$one" "$(median "$one" 1)" "$(median "$one" 2)"
done
printf '%-14s %10d %10d\n' 'adds' "$(($(median with 1) - $(median without 1)))" \
  "$(($(median with 2) - $(median without 2)))"
printf '%-14s %10d %10d\n' 'adds to error' "$(($(median error-with 1) - $(median error-without 1)))" \
  "$(($(median error-with 2) - $(median error-without 2)))"
for jar in "$lib"/openai-errors-*.jar; do
  printf '%-44s %9d bytes\n' "$(basename "$jar")" "$(stat -c %s "$jar")"
done

#!/usr/bin/env bash
# A service in its worst hours: 8 threads log nothing but errors, each of a model, a logger and a code
# of its own, the webhooks are dead, the disk of one appender is full, threads are interrupted, the
# analysis runs out of memory once, and the configuration changes every second. Fails unless all that
# goes in comes out, in order, with a flat heap and no thread left.
#
#   benchmarks/soak.sh logback|logback-reset|log4j2 [SECONDS [EVENTS_A_SECOND]]
#
# 600 seconds and 20,000 events a second by default.
set -euo pipefail

framework=${1:?usage: benchmarks/soak.sh logback|logback-reset|log4j2 [SECONDS [EVENTS_A_SECOND]]}
home=$(cd "$(dirname "$0")/.." && pwd)
jar=$home/benchmarks/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

[ -f "$jar" ] || { echo "make it first: mvn -q package -DskipTests -pl benchmarks -am" >&2; exit 2; }
[ -e /dev/full ] || { echo "there is no /dev/full here, which is the full disk" >&2; exit 2; }
exec "$java" -Xmx512m -cp "$jar" dev.openaierrors.benchmarks.Soak "$framework" "${2:-600}" "${3:-20000}"

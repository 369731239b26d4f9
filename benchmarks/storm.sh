#!/usr/bin/env bash
# A storm: 200,000 errors in 20 seconds, mostly rate limits, each with words and a request id of its own,
# and one refused key among them. Fails unless each trouble is told within two seconds.
#
#   benchmarks/storm.sh logback|log4j2 [EVENTS [SECONDS]]
set -euo pipefail

framework=${1:?usage: benchmarks/storm.sh logback|log4j2 [EVENTS [SECONDS]]}
home=$(cd "$(dirname "$0")/.." && pwd)
jar=$home/benchmarks/target/benchmarks.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

[ -f "$jar" ] || { echo "make it first: mvn -q package -DskipTests -pl benchmarks -am" >&2; exit 2; }
exec "$java" -Xmx512m -cp "$jar" dev.openaierrors.benchmarks.Storm "$framework" "${2:-200000}" "${3:-20}"

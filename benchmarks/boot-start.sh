#!/usr/bin/env bash
# What the starter adds to the start of a web application of Spring Boot: the same service with and
# without it in turn, until it is ready. Prints medians, and of the differences within the pairs.
#
#   benchmarks/boot-start.sh [PAIRS [FOLDER]]    of a folder of hosts, such as spring-boot-4.1
#
# JAVA_OPTIONS go to both. With OUT, the files of the runs stay there.
set -euo pipefail

pairs=${1:-15}
host=${2:-spring-boot-3.5}
home=$(cd "$(dirname "$0")/.." && pwd)
work=${OUT:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${OUT:-}" ] || trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

ours=
for module in core logback-module log4j2-module micrometer spring-boot-starter; do
  for jar in "$home/$module"/target/openai-errors-*-SNAPSHOT.jar; do
    [ -f "$jar" ] || { echo "make it first: mvn -q package -DskipTests -pl spring-boot-starter -am" >&2; exit 2; }
    ours+=:$jar
  done
done

if [ ! -s "$work/class-path" ]; then
  cp -r "$home/hosts" "$work/hosts"
  mvn -q -B -ntp ${MAVEN_OPTIONS:-} -f "$work/hosts/$host/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -Dmdep.outputFile="$work/class-path"
fi
path=$(cat "$work/class-path")

cat > "$work/BootStart.java" <<'JAVA'
import java.lang.management.ManagementFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@EnableAutoConfiguration
public class BootStart {
  public static void main(String[] args) {
    SpringApplication.run(BootStart.class, args);
    long ready = ManagementFactory.getRuntimeMXBean().getUptime();
    long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime() / 1_000_000;
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    System.out.println("MEASURED " + ready + " " + cpu + " " + classes + " " + used / 1024);
    Runtime.getRuntime().halt(0);
  }
}
JAVA
"$(dirname "$(readlink -f "$(command -v "$java")")")/javac" -d "$work/classes" -cp "$path" "$work/BootStart.java"

# shellcheck disable=SC2086
start() {
  local more=
  [ "$1" = without ] || more=$ours
  "$java" ${JAVA_OPTIONS:-} -cp "$work/classes:$path$more" BootStart --server.port=0 > "$work/$1.log" 2>&1
  sed -n 's/^MEASURED //p' "$work/$1.log" >> "$work/$1"
}

for way in without with; do start "$way"; done
rm -f "$work/without" "$work/with"
for pair in $(seq "$pairs"); do
  # Whoever comes second has the warmer machine.
  if ((pair % 2)); then start without; start with; else start with; start without; fi
done

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
column() { awk -v f="$2" '{ print $f }' "$1"; }
printf '%-10s %10s %10s %10s %10s\n' "$host" 'ready ms' 'CPU ms' classes 'heap kB'
for way in without with; do
  printf '%-10s' "$way"
  for f in 1 2 3 4; do printf ' %10s' "$(column "$work/$way" $f | median)"; done
  printf '\n'
done
printf '%-10s' adds
for f in 1 2 3 4; do
  printf ' %10s' "$(paste <(column "$work/with" $f) <(column "$work/without" $f) | awk '{ print $1 - $2 }' | median)"
done
printf '\n'

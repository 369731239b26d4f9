#!/usr/bin/env bash
# Adds the library to services as users have them, last and with nothing else, lets each call the
# API once, which refuses for want of quota, and looks at three things: that the service runs and
# ends with 0, that the error is recognised in what it logs, and that nothing else on its class path
# has become another than it was.
#
#   hosts/run.sh            all of them
#   hosts/run.sh NAME...    these folders
#
# The library is built from this checkout, and installed where nobody else will find it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."

say() { printf '\n-- %s (%d s)\n' "$*" "$SECONDS"; }

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$(sed -nE 's|^  <version>(.*)</version>|\1|p' pom.xml)
if [ $# -gt 0 ]; then
  names=("$@")
else
  mapfile -t names < <(sed -nE 's|.*<module>(.*)</module>.*|\1|p' hosts/pom.xml)
fi

work=$(mktemp -d)
stub=
trap '[ -z "$stub" ] || kill "$stub"; rm -rf "$work"' EXIT

# A local repository that shares the user's but for what is ours, so that ours gets there neither
# to stay nor to be taken for what was built now.
users=${MAVEN_REPO_LOCAL:-$HOME/.m2/repository}
repository=$work/repository
mkdir -p "$users"/{ch,com,dev,io,jakarta,javax,net,org,software,tools} "$repository/dev/openaierrors"
for group in "$users"/* "$users"/dev/*; do
  link=$repository/${group#"$users"/}
  [ ! -d "$group" ] || [ -e "$link" ] || ln -s "$group" "$link"
done
maven=(mvn -q -B -ntp "-Dmaven.repo.local=$repository")

say "The library"
"${maven[@]}" install -DskipTests -Dspotless.check.skip -pl logback-module,log4j2-module -am

say "The services"
uses_log4j2() { grep -q log4j "hosts/$1/pom.xml"; }
cp -r hosts "$work/before"
cp -r hosts "$work/after"
for name in "${names[@]}"; do
  if uses_log4j2 "$name"; then module=log4j2; else module=logback; fi
  mkdir -p "$work/after/$name/src/main/resources"
  cp "hosts/$module.xml" "$work/after/$name/src/main/resources/"
  # The project's own dependencies are those that are indented by two.
  sed -i "s|^  </dependencies>|    <dependency>\n\
      <groupId>dev.openaierrors</groupId>\n\
      <artifactId>openai-errors-$module</artifactId>\n\
      <version>$version</version>\n\
      <scope>runtime</scope>\n\
    </dependency>\n\
  </dependencies>|" "$work/after/$name/pom.xml"
done
IFS=, eval 'modules="${names[*]}"'
class_path=(org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath
  -Dmdep.outputFile=target/class-path -fae -T 1C)
"${maven[@]}" -f "$work/before/pom.xml" -pl "$modules" "${class_path[@]}" ||
  printf 'Not all of them could be resolved.\n'
"${maven[@]}" -f "$work/after/pom.xml" -pl "$modules" compile "${class_path[@]}" ||
  printf 'Not all of them could be compiled.\n'

say "Their calls"
"$java" -XX:TieredStopAtLevel=1 hosts/Stub.java "$work/port" &
stub=$!
for _ in $(seq 300); do
  [ ! -e "$work/port" ] || break
  kill -0 "$stub"
  sleep 0.1
done
url=http://127.0.0.1:$(cat "$work/port")

# Prints what of a class path tells which host this is: the client, the frameworks.
host() {
  tr : '\n' <<< "$1" | sed 's|.*/||;s|\.jar$||' | grep -E \
    -e '^(openai-java|service|langchain4j-open-ai|spring-ai-openai|azure-ai-openai|simple-openai|openai-client-jvm)-[0-9]' \
    -e '^(spring-boot|logback-classic|log4j-core)-[0-9]' | tr '\n' ' '
}

# Prints the Jackson of a class path: the versions of its core and of its Databind.
jackson() {
  local found
  found=$(tr : '\n' <<< "$1" | sed -nE \
    -e 's|.*/com/fasterxml/jackson/core/jackson-(core\|databind)/([^/]*)/.*|\1 \2|p' \
    -e 's|.*/tools/jackson/core/jackson-(core\|databind)/([^/]*)/.*|\1 \2|p' | sort | tr '\n' ' ')
  echo "${found:-none}"
}

# The file names of a class path, but for ours.
others() { tr : '\n' < "$1" | sed 's|.*/||' | grep -v '^openai-errors-' | sort; }

# Runs a service; prints what is wrong with it, nothing if all is well.
check() {
  local name=$1 before=$work/before/$1/target/class-path after=$work/after/$1/target/class-path
  local log=$work/$1.log status=0
  if [ ! -s "$before" ] || [ ! -s "$after" ]; then
    echo "it cannot be resolved"
    return
  fi
  timeout 120 "$java" -Xmx256m -XX:TieredStopAtLevel=1 \
    -cp "$work/after/$name/target/classes:$(cat "$after")" com.acme.Main "$url" --server.port=0 \
    > "$log" 2>&1 || status=$?
  [ "$status" = 0 ] || echo "it ended with $status: $(grep -m 1 -E '(Exception|Error)\b' "$log" | head -c 200)"
  # Its own events, and those of its libraries; an alert would carry the fields in any case.
  if ! grep -v '^\[openai\.' "$log" |
    grep -F 'openai.error.kind=insufficient_quota openai.error.retryable=false' > "$work/found"; then
    echo "the error is not recognised: $(grep -m 1 -E 'ERROR in dev|main (ERROR|WARN) |kind=[a-z]' "$log" | head -c 300)"
  elif grep -m 1 -E '(ERROR|WARN) in dev\.openaierrors|(ERROR|WARN) openai-errors:' "$log" > "$work/found"; then
    echo "it is warned: $(head -c 300 "$work/found")"
  fi
  if ! diff <(others "$before") <(others "$after") > "$work/diff"; then
    echo "its class path changed: $(grep '^[<>]' "$work/diff" | sed 's/^</-/;s/^>/+/' | tr '\n' ' ')"
  fi
}

failed=0
for name in "${names[@]}"; do
  problems=$(check "$name")
  if [ -z "$problems" ]; then result=ok; else
    result=FAILED
    failed=$((failed + 1))
  fi
  class_path=$(cat "$work/after/$name/target/class-path" 2> /dev/null || true)
  printf '%-6s  %-22s  %s| Jackson: %s\n' "$result" "$name" "$(host "$class_path")" "$(jackson "$class_path")"
  [ -z "$problems" ] || sed 's/^/          /' <<< "$problems"
  if [ -n "${KEEP_LOGS:-}" ]; then
    mkdir -p "$KEEP_LOGS"
    cp "$work/$name.log" "$KEEP_LOGS/" 2> /dev/null || true
  fi
done

say "$((${#names[@]} - failed)) of ${#names[@]} services run as before, and their error is recognised"
[ "$failed" = 0 ]

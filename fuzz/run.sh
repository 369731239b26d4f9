#!/usr/bin/env bash
# Looks for inputs that break what every target promises, by Jazzer, a fuzzer that is led by coverage.
#
#   fuzz/run.sh SECONDS [TARGET...]      all targets, or these, one after the other, so long each
#   fuzz/run.sh again TARGET FILE...     tries inputs that were found once more, without the fuzzer
#
# Targets: text throwable engine state settings analyzer. What is found lies in fuzz/target/findings,
# what was learned in fuzz/target/corpus, from where the next run goes on. FUZZ_ALL=yes goes on behind
# the first finding. FUZZ_SEED=n chooses as that run did; else each run chooses anew, and its log
# tells the seed. FUZZ_JOBS=n tries so many targets at a time; each keeps a processor busy.
set -euo pipefail
cd "$(dirname "$0")"

usage() { sed -nE '2,11s/^# ?//p' "$0" >&2; exit 2; }

[ $# -ge 1 ] || usage
if [ ! -f target/fuzz.jar ] || [ ! -d target/lib ]; then
  echo "make it first: mvn -q package -DskipTests -pl fuzz -am" >&2
  exit 2
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
class_path=target/fuzz.jar:target/lib/*

if [ "$1" = again ]; then
  [ $# -ge 3 ] || usage
  exec "$java" -cp "$class_path" dev.openaierrors.fuzz.Target "${@:2}"
fi

seconds=$1
shift
targets=("$@")
[ $# -gt 0 ] || targets=(text throwable engine state settings analyzer)
goals=1
[ -z "${FUZZ_ALL:-}" ] || goals=1000

mkdir -p target/findings
"$java" -cp "$class_path" dev.openaierrors.fuzz.Dictionary > target/words.dict

# The loops that every character goes through are left alone: no branch of theirs tells anything, and
# the rest is tried three times as often.
run() {
  local target=$1 class=${1^}Target log=target/findings/$1.log
  mkdir -p "target/corpus/$target" "seeds/$target"
  "$java" -Xmx1g -cp "$class_path" com.code_intelligence.jazzer.Jazzer \
    --target_class="dev.openaierrors.fuzz.$class" \
    --instrumentation_includes='dev.openaierrors.error.**:dev.openaierrors.alert.**:dev.openaierrors.delivery.**:dev.openaierrors.plugin.**:dev.openaierrors.logback.**:dev.openaierrors.log4j2.**:dev.openaierrors.formats.**:dev.openaierrors.analyzer.**' \
    --instrumentation_excludes='dev.openaierrors.error.PhraseAutomaton*:dev.openaierrors.error.AnchorScan*:dev.openaierrors.error.ByteScan*:dev.openaierrors.error.Chars' \
    --trace=cov --keep_going="$goals" --reproducer_path=target/findings \
    -artifact_prefix="target/findings/$target-" -dict=target/words.dict \
    -max_total_time="$seconds" -seed="${FUZZ_SEED:-0}" -max_len=2048 \
    -timeout=60 -rss_limit_mb=3000 -print_final_stats=1 \
    "target/corpus/$target" "seeds/$target" > "$log" 2>&1
}

# The last of its kind: a run that goes on behind a finding prints one for each.
figure() { sed -nE "s/^stat::$1: *//p" "$2" | tail -n 1; }

try() {
  local target=$1 log=target/findings/$1.log result="nothing found"
  run "$target" || result="FAILED, see fuzz/$log"
  grep -qE '^==( |[0-9])' "$log" && result="FOUND, see fuzz/$log"
  printf '%-10s %10s executions, %6s a second: %s\n' "$target" \
    "$(figure number_of_executed_units "$log")" "$(figure average_exec_per_sec "$log")" "$result"
  grep -A 4 -E '^==( |[0-9])|^Base64:' "$log" | cut -c 1-300 | head -n 40 || true
  [ "$result" = "nothing found" ]
}

status=0
running=0
for target in "${targets[@]}"; do
  if [ "$running" -ge "${FUZZ_JOBS:-1}" ]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  try "$target" &
  running=$((running + 1))
done
for ((; running > 0; running--)); do
  wait -n || status=1
done
exit "$status"

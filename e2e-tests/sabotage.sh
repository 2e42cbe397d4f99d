#!/usr/bin/env bash
# Applies a sabotage to a scratch copy of the sources, runs its targeted fault, and tells how many rounds the ledger found red.
# What it looks at only after the last round (line Z) is red or not, however many rounds there were.
# usage: sabotage.sh w1|offsets-before-processing|no-dedupe|unordered-relay|no-version-check|marked-before-ack|overfilled-session|rating-given-twice
#          [ROUNDS] [more for chaos]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=${1:?which sabotage?}
rounds=${2:-10}
shift $(($# > 1 ? 2 : 1))

scale=short module=notification-service seen=
case $name in
  w1) fault=F6 strike="others lag" ;;
  # What others miss they ask the archive for and mend it: it is the archive that must miss something. At this place a batch has just
  # been handed over; the places of the effects are also passed by what a replay brings, which loses nothing.
  offsets-before-processing) fault=F2 strike="AFTER_OFFSET_COMMIT of reporting-service, passing 1" scale=full ;;
  no-dedupe) fault=F2 strike="BEFORE_OFFSET_COMMIT of reporting-service" scale=full ;;
  unordered-relay) fault=F3 strike=kafka ;;
  no-version-check) fault=F1 strike=org-service scale=full ;;
  marked-before-ack) fault=F3 strike="kafka, then" ;;
  # These two spoil what people do while the service is there, so another one is killed.
  overfilled-session) fault=F1 strike=reporting-service scale=full module=training-service seen=Z ;;
  rating-given-twice) fault=F1 strike=reporting-service scale=full module=performance-service ;;
  *)
    echo "sabotage.sh: '$name' is no sabotage" >&2
    exit 2
    ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
lib=$(find "$root/$module/target/programs" -maxdepth 2 -name lib | head -1)
[ -n "$lib" ] || { echo "sabotage.sh: nothing is built: run ./keshi chaos once" >&2; exit 2; }
JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
grep -q '^JAVA_VERSION="25' "$JAVA_HOME/release" 2>/dev/null || { echo "sabotage.sh: $JAVA_HOME is no JDK 25: set JAVA_HOME to one" >&2; exit 2; }

(cd "$root" && tar cf - platform/messaging/src/main platform/service-defaults/src/main "$module/src/main") | tar xf - -C "$scratch"
patch=$root/e2e-tests/src/test/sabotage/$name.patch
(cd "$scratch" && git apply "$patch")
(cd "$scratch" && sed -n 's|^+++ b/||p' "$patch" >files &&
  "$JAVA_HOME/bin/javac" -proc:none -nowarn -parameters -d classes -cp "$lib/*:$lib/../*" @files 2>messages &&
  "$JAVA_HOME/bin/jar" cf sabotage.jar -C classes .) || {
  cat "$scratch/messages" >&2
  echo "sabotage.sh: what $name leads to does not compile with $JAVA_HOME" >&2
  exit 2
}

report=$scratch/report
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx384m -Dkeshi.root="$root" --enable-native-access=ALL-UNNAMED \
  -cp "$root/e2e-tests/target/classes:$root/deploy/local/target/classes:$root/deploy/local/target/lib/*" dev.keshi.chaos.Chaos \
  "$scale" --only "$fault" --strike "$strike" --rounds "$rounds" --patch "$scratch/sabotage.jar" --patience 15 "$@" | tee "$report" || true
[ -z "$seen" ] || rounds=1
red=$(sed -n "s/^${seen:-$fault} .* red \([0-9]*\) of [0-9]*: .*/\1/p" "$report" | head -1)
echo "$name with $fault ($strike): red ${red:-0} of $rounds"
[ $((${red:-0} * 10)) -ge $((rounds * 9)) ]

#!/usr/bin/env bash
# Looks at the events with kcat (Debian: apt-get install kcat).
#   ./follow.sh 127.0.0.1:8741 latest|types|one KEY|tail
set -euo pipefail
if [ $# -lt 2 ] || { [ "$2" = one ] && [ $# -lt 3 ]; }; then
  echo "usage: $0 KAFKA latest|types|one KEY|tail    (./keshi status names KAFKA, for example 127.0.0.1:8741)" >&2
  exit 2
fi
KAFKA=$1
FORMAT='%p@%o %k %h %s\n'

case $2 in
  latest) # the five newest of each partition, then the end
    kcat -C -q -b "$KAFKA" -t keshi.org.v1 -o -5 -e -f "$FORMAT"
    ;;
  types) # how many of each type the topic holds
    kcat -C -q -b "$KAFKA" -t keshi.org.v1 -o beginning -e -f '%h\n' | grep -o 'ce_type=[^,]*' | sort | uniq -c
    ;;
  one) # the history of one aggregate, by its key
    kcat -C -q -b "$KAFKA" -t keshi.org.v1 -o beginning -e -f "$FORMAT" | awk -v key="$3" '$2 == key'
    ;;
  tail) # what comes from now on, of two topics, as a group of its own would get it
    kcat -q -b "$KAFKA" -X auto.offset.reset=latest -G "look-$$" -f "%t $FORMAT" keshi.org.v1 keshi.workflow.v1
    ;;
  *)
    echo "usage: $0 KAFKA latest|types|one KEY|tail" >&2
    exit 2
    ;;
esac

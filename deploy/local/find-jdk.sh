#!/usr/bin/env bash
# Prints the first of the given folders that is a JDK 25; says what is missing when none is.
set -euo pipefail
wanted=25
seen=""
for candidate in "$@"; do
  if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null || true)
    if [ "$version" = "$wanted" ]; then
      echo "$candidate"
      exit 0
    fi
    seen="$seen
  JDK ${version:-of an unknown version} in $candidate"
  fi
done
echo "Mauntic needs JDK $wanted. Install it, or set JAVA_HOME to it. Found:${seen:-
  none in JAVA_HOME, on the path or under the usual folders}" >&2
exit 1

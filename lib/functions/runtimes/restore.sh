#!/bin/sh
# restore.sh <command>...
# The variables of a function that would have changed what launches it: they are set when it is confined.
for name in $_GATEHOUSE_HELD; do
  eval "export $name=\"\$_GATEHOUSE_$name\""
  unset "_GATEHOUSE_$name"
done
unset _GATEHOUSE_HELD
exec "$@"

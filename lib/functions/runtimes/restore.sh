#!/bin/sh
# restore.sh <command>...
# The variables of a function that would have changed what launches it, or that it would have changed: they are set when
# it is confined. No variable of a function begins with an underscore.
for _gatehouse in $_GATEHOUSE_HELD; do
  eval "export $_gatehouse=\"\$_GATEHOUSE_$_gatehouse\""
  unset "_GATEHOUSE_$_gatehouse"
done
unset _GATEHOUSE_HELD _gatehouse
exec "$@"

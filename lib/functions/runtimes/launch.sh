#!/bin/sh
# launch.sh <niceness> <confined: yes|no> <temporary> <task root> <hidden> <runtimes> <command>...
# Becomes one instance of a function: last in line for the processor and first to go when memory runs out. A session
# of its own is a scheduling group of its own on many Linux systems, where nice counts only within the group; the
# group's processes together, a fork bomb's too, have what one of that niceness has.
niceness=$1
confined=$2
shift 2
echo "$niceness" 2>/dev/null >/proc/self/autogroup
echo 1000 2>/dev/null >/proc/self/oom_score_adj
ulimit -c 0
if [ "$confined" = yes ]; then
  # Namespaces of its own for users, mounts and processes: the end of the first process is the end of all.
  set -- unshare --user --map-root-user --mount --pid --fork --kill-child --mount-proc "${0%/*}/confine.sh" "$@"
else
  shift 4
fi
# Without a parent it ends, also when the host is killed.
command -v setpriv >/dev/null && set -- setpriv --pdeathsig KILL "$@"
# Turns of 4 ms, longer than the 2.8 that others have at most: what wakes beside it runs at once. Much longer ones would
# keep it waiting as much longer for its next.
if command -v perl >/dev/null; then
  # Perl would speak of missing locales in the log of the function.
  export PERL_BADLANG=0
  set -- perl "${0%/*}/slice.pl" 4000000 "$niceness" "$@"
fi
exec nice -n "$niceness" "$@"

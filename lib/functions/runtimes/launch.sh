#!/bin/sh
# launch.sh <niceness> <confined: yes|no> <temporary> <task root> <hidden> <runtimes> <command>...
# Becomes one instance of a function: last in line for the processor and first to go when memory runs out. A session
# of its own is a scheduling group of its own on many Linux systems, where nice counts only within the group.
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
exec nice -n "$niceness" "$@"

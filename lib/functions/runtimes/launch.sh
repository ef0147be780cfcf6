#!/bin/sh
# launch.sh <niceness> <command>...
# Becomes one instance of a function: last in line for the processor and first to go when memory runs out. A session
# of its own is a scheduling group of its own on many Linux systems, where nice counts only within the group.
niceness=$1
shift
echo "$niceness" 2>/dev/null >/proc/self/autogroup
echo 1000 2>/dev/null >/proc/self/oom_score_adj
ulimit -c 0
# Without a parent it ends, also when the host is killed.
command -v setpriv >/dev/null && set -- setpriv --pdeathsig KILL "$@"
exec nice -n "$niceness" "$@"

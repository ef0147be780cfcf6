#!/bin/sh
# confine.sh <temporary> <task root> <hidden> <runtimes> <command>...
# The first process of an instance in namespaces of its own: all that is mounted becomes read-only, /tmp is the
# instance's own folder, the gateway's data directory is empty but for the code, and of the devices there are the
# harmless ones. Then every capability goes, so that nothing of this can be undone.
set -e
temporary=$1
root=$2
hidden=$3
runtimes=$4
shift 4
# Held open: what lies above them is covered below.
exec 4<"$root" 5<"$runtimes"

mkdir "$temporary/.dev"
mount -t tmpfs -o mode=755 none "$temporary/.dev"
for device in null zero full random urandom; do
  : >"$temporary/.dev/$device"
  mount --bind "/dev/$device" "$temporary/.dev/$device"
done
ln -s /proc/self/fd "$temporary/.dev/fd"
mount --move "$temporary/.dev" /dev
rmdir "$temporary/.dev"

# The flags that a mount has must be named again, or the kernel takes it for an attempt to lift them.
while read -r _ _ _ _ point options _; do
  mount -o "remount,bind,ro,${options#r?,}" "$(printf '%b' "$point")" 2>/dev/null || true
done </proc/self/mountinfo

mount --bind "$temporary" /tmp
mount -o remount,bind,rw /tmp
mkdir -p "$hidden"
mount -t tmpfs -o mode=755 none "$hidden"
mkdir -p "$root" "$runtimes"
for pair in "4 $root" "5 $runtimes"; do
  mount --no-canonicalize --bind "/proc/self/fd/${pair%% *}" "${pair#* }"
  mount -o remount,bind,ro "${pair#* }" 2>/dev/null || true
done
mount -o remount,bind,ro "$hidden"
exec 4<&- 5<&-

cd "$root"
export TMPDIR=/tmp HOME=/tmp
# AWS's limit; the kernel counts by namespace, and not what root starts.
ulimit -u 1024 2>/dev/null || ulimit -p 1024 || true
set +e
setpriv --bounding-set=-all --inh-caps=-all --no-new-privs "$@"

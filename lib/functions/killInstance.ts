import { processesMarked, processTree } from './processTree';

/** A process that forks while it is killed needs another round; one that cannot be killed is the kernel's. */
const MOST_ROUNDS = 50;
const MOST_AT_ONCE = 1_000;

/**
 * Ends every process of an instance: its group, what descends from it, and what has left both but has its marker.
 * Synchronous, so that a fork bomb has no turn in between.
 */
export function killInstance(pid: number, marker: string): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    kill(-pid);
    const tree = processTree(pid, MOST_AT_ONCE);
    for (const member of tree) kill(member);
    const left = processesMarked(marker).filter((member) => member !== process.pid);
    for (const member of left) kill(member);
    if (left.length === 0) return;
  }
}

/** Ends what has the marker, after a host that could not do it itself. */
export function killMarked(marker: string): void {
  for (const pid of processesMarked(marker)) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

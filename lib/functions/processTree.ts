import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4_096;
/** ms: Linux shows times in hundredths of a second, whatever its own clock. */
const TICK = 10;

/** A process and those below it, as Linux tells, until there are about `most`; elsewhere the process alone. */
export function processTree(pid: number, most: number): number[] {
  const found = [pid];
  for (let index = 0; index < found.length && found.length < most; index += 1)
    found.push(...childrenOf(found[index] ?? 0));
  return found;
}

function childrenOf(pid: number): number[] {
  return list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** Bytes of memory that are really there, of all these together. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE, 0);
}

/** ms of processor time of all these together, and of the children that they have waited for. */
export function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(read(`/proc/${pid}/stat`)) * TICK, 0);
}

/** utime, stime, cutime and cstime of proc_pid_stat(5); the name before them may hold anything. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** Every process that has this text in its environment: also one that has left its group and its parents. */
export function processesMarked(marker: string): number[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(marker))
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

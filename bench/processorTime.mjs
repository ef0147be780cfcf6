import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of /proc/<pid>/stat: 100 on every Linux that Node supports. */
const ticksPerSecond = 100;

/** @returns pid and its descendants */
export function processTree(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statFields(name);
    if (fields) children.set(fields.parent, [...(children.get(fields.parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

/** @returns seconds of processor time that the processes have used */
export function processorSeconds(pids) {
  return pids.reduce((sum, pid) => sum + (statFields(pid)?.ticks ?? 0), 0) / ticksPerSecond;
}

function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command may hold spaces and parentheses: count fields from the last one (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}

/** @returns bytes resident */
export function residentBytes(pids) {
  return pids.reduce((sum, pid) => {
    const line = /VmRSS:\s+(\d+) kB/.exec(readStatus(pid));
    return sum + (line ? Number(line[1]) * 1024 : 0);
  }, 0);
}

function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

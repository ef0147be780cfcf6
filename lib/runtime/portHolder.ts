import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { reasonOf } from './log';
import { StartFailure } from './StartFailure';

/** Turns a failed bind into a sentence that says who holds the port and what to do. */
export function listenFailure(error: unknown, port: number, variable: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES')
    return new StartFailure(
      `Port ${port} may not be bound by this user. Set ${variable} to a port above 1023.`,
    );
  if (code !== 'EADDRINUSE')
    return new StartFailure(
      `Port ${port} cannot be bound: ${reasonOf(error)}. See ${variable} and GATEHOUSE_HOST.`,
    );
  const holder = portHolder(port) ?? 'another process';
  return new StartFailure(`Port ${port} is taken by ${holder}. End it, or set ${variable} to a free port.`);
}

/** `pid 42 (node)`, or null where the system does not tell (other users' processes, systems without /proc). */
export function portHolder(port: number): string | null {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return null;
  for (const pid of numericNames('/proc')) {
    const sockets = numericNames(`/proc/${pid}/fd`).map((fd) => link(`/proc/${pid}/fd/${fd}`));
    if (sockets.some((socket) => inodes.has(socket)))
      return `pid ${pid} (${text(`/proc/${pid}/comm`).trim()})`;
  }
  return null;
}

/** Rows of proc(5)'s net/tcp that listen (state 0A) on the port, as the links in /proc/pid/fd spell them. */
function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = text(`/proc/net/${table}`)
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const listening = rows.filter((row) => row[1]?.endsWith(`:${hex}`) && row[3] === '0A');
  return listening.map((row) => `socket:[${row[9]}]`);
}

function numericNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

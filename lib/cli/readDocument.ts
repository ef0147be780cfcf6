import { readFile } from 'node:fs/promises';
import { CliFailure } from './CliFailure';
import { reasonOf } from './noAnswer';
import type { Terminal } from './Terminal';

/** @param file a path, or `-` for stdin @throws CliFailure */
export async function readDocument(file: string, terminal: Terminal): Promise<string> {
  const text = file === '-' ? await terminal.readStdin() : await fromDisk(file);
  if (text.trim() === '') throw new CliFailure(`${file === '-' ? 'stdin' : file} is empty.`);
  return text;
}

async function fromDisk(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CliFailure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

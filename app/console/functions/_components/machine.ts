import { accessSync, constants } from 'node:fs';

/** What this machine has for functions that do not run on Node.js. */
export interface Machine {
  node: string;
  python: boolean;
  /** the custom runtime of the blueprint speaks to the Runtime API with it */
  curl: boolean;
}

/** Where the function host looks for programs (docs/functions.md). */
const folders = ['/usr/local/bin', '/usr/bin', '/bin'];

/** Asked each time: a Python that is installed later shows without a restart. */
export const machine = (): Machine => ({
  node: process.version,
  python: isHere('python3'),
  curl: isHere('curl'),
});

const isHere = (program: string) => folders.some((folder) => isExecutable(`${folder}/${program}`));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

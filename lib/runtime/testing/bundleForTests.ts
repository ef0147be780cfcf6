import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot';

let bundled: Promise<string> | undefined;

/**
 * Bundles the processes with the door in the pages' place, once for all files of a test process. The folder lies
 * below node_modules, for bundles find their packages upward from where they are.
 */
export function bundleForTests(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const root = projectRoot();
  const cache = join(root, 'node_modules/.cache/gatehouse');
  mkdirSync(cache, { recursive: true });
  removeForgotten(cache);
  // db/migrate finds its files beside the bundle's folder.
  linkOnce(join(root, 'db'), join(cache, 'db'));
  const folder = join(cache, `processes-${process.pid}`);
  const { bundle }: { bundle(outdir: string, replaced: Record<string, string>): Promise<void> } =
    await import(join(root, 'scripts/bundle.mjs'));
  await bundle(folder, { control: join(root, 'lib/runtime/testing/controlWithDoor.ts') });
  return folder;
}

/** Both test processes of a first run come here at the same time. */
function linkOnce(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** Test processes are ended from outside, so that none can remove its own: the next one does. */
function removeForgotten(cache: string): void {
  for (const name of readdirSync(cache)) {
    const [, pid] = /^processes-(\d+)$/.exec(name) ?? [];
    if (pid && !runs(Number(pid)))
      rmSync(join(cache, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

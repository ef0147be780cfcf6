import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A machine that takes longer is too busy to tell. */
const PATIENCE = 20_000;

/**
 * Whether instances may have namespaces of their own here, by trying: Linux with unprivileged user namespaces, mount,
 * unshare and setpriv has them; many containers do not.
 */
export function canConfine(
  { runtimes, hidden }: { runtimes: string; hidden: string },
  folder: string,
): boolean {
  const temporary = join(folder, 'probe');
  const root = join(temporary, 'root');
  mkdirSync(root, { recursive: true });
  const { status } = spawnSync(
    join(runtimes, 'launch.sh'),
    [
      '0',
      'yes',
      temporary,
      root,
      hidden,
      runtimes,
      'sh',
      '-c',
      '! touch "$PWD/x" 2>/dev/null && touch /tmp/x',
    ],
    { stdio: 'ignore', timeout: PATIENCE, detached: true } as Parameters<typeof spawnSync>[2],
  );
  rmSync(temporary, { recursive: true, force: true });
  return status === 0;
}

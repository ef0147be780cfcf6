import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot';

/**
 * Bundles the processes with the door in the pages' place. The folder lies below node_modules, for bundles find
 * their packages upward from where they are.
 */
export async function bundleForTests(): Promise<{ folder: string; remove(): void }> {
  const root = projectRoot();
  const cache = join(root, 'node_modules/.cache/gatehouse');
  mkdirSync(cache, { recursive: true });
  // db/migrate finds its files beside the bundle's folder.
  if (!existsSync(join(cache, 'db'))) symlinkSync(join(root, 'db'), join(cache, 'db'));
  const folder = mkdtempSync(join(cache, 'processes-'));
  const { bundle }: { bundle(outdir: string, replaced: Record<string, string>): Promise<void> } =
    await import(join(root, 'scripts/bundle.mjs'));
  await bundle(folder, { control: join(root, 'lib/runtime/testing/controlWithDoor.ts') });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

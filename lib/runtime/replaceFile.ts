import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file beside and renames it: a reader finds the old one or the new one, whole, and so does a start after
 * the power was cut. For our eyes only (0600).
 */
export async function replaceFile(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await write(file);
    await file.sync();
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

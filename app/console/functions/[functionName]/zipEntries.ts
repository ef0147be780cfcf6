import { fromBufferPromise } from 'yauzl';

export interface ZipEntry {
  name: string;
  /** bytes, unpacked */
  size: number;
}

/** More than anybody reads. */
const MOST = 1_000;

/** The files of a zip, in its order, without unpacking them. */
export async function zipEntries(zip: Uint8Array): Promise<ZipEntry[]> {
  const file = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const { fileName, uncompressedSize } of file.eachEntry()) {
    if (entries.length === MOST) break;
    if (!fileName.endsWith('/')) entries.push({ name: fileName, size: uncompressedSize });
  }
  return entries;
}

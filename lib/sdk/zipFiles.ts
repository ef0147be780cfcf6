import { ZipFile } from 'yazl';
import type { SdkFiles } from './SdkApi';

/** Always the same: the same API gives the same bytes. */
const MADE = new Date(Date.UTC(2020, 0, 1));

/** Files as a zip, in memory. */
export async function zipFiles(files: SdkFiles): Promise<Buffer<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path, { mtime: MADE });
  zip.end();
  const parts: Uint8Array[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

import { buffer, text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Download } from '@playwright/test';
import { fromBuffer, type ZipFile } from 'yauzl';

/** What a downloaded zip holds: texts by their paths. */
export async function unzip(download: Download): Promise<Record<string, string>> {
  const bytes = await buffer(await download.createReadStream());
  const open = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer);
  const zip = await open(bytes, { lazyEntries: true });
  const read = promisify(zip.openReadStream.bind(zip));
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await read(entry));
  return files;
}

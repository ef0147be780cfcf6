import { buffer as bytesOf } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** AWS's limits (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const LARGEST_ZIP = 50 * 1024 * 1024;
const LARGEST_UNPACKED = 250 * 1024 * 1024;
/** What the function host unpacks (lib/functions/unpack.ts), and what is shown in an editor. */
const MOST_FILES = 50_000;
const LARGEST_TEXT = 4 * 1024 * 1024;

const SYMBOLIC_LINK = 0o120000;

/**
 * Holds a zip to what the function host unpacks. Its directory tells; its files are not inflated.
 * @param editable name of the file that an editor shows
 * @returns the text of that file when it is all that the zip has
 * @throws Error that says what is wrong with the zip
 */
export async function checkZip(zip: Buffer, editable: string): Promise<string | null> {
  if (zip.length === 0) throw new Error('Uploaded file must be a non-empty zip');
  if (zip.length > LARGEST_ZIP) throw new Error(`A zip has at most ${LARGEST_ZIP} bytes`);
  const file = await fromBufferPromise(zip, { lazyEntries: true, autoClose: false }).catch(unreadable);
  const entries = await entriesOf(file).catch(unreadable);
  for (const entry of entries) refuse(entry);
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/'));
  if (files.length === 0) throw new Error('Uploaded file must be a non-empty zip');
  if (files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > LARGEST_UNPACKED)
    throw new Error(`Unzipped size must be smaller than ${LARGEST_UNPACKED} bytes`);
  const [only] = files;
  return files.length === 1 && only?.fileName === editable ? textOf(file, only).catch(unreadable) : null;
}

async function entriesOf(file: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of file.eachEntry()) {
    entries.push(entry);
    if (entries.length > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} entries`);
  }
  return entries;
}

function refuse(entry: Entry): void {
  const { fileName, externalFileAttributes } = entry;
  if (((externalFileAttributes >>> 16) & 0o170000) === SYMBOLIC_LINK)
    throw new Error(`${fileName} in the zip is a symbolic link`);
  if (!entry.canDecodeFileData())
    throw new Error(`${fileName} in the zip is encrypted or compressed by a method that is not deflate`);
}

/** Null for what is no text, or too much of it. */
async function textOf(file: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.uncompressedSize > LARGEST_TEXT) return null;
  const bytes = await bytesOf(await file.openReadStreamPromise(entry));
  const text = bytes.toString('utf8');
  // Postgres has no NUL in text.
  return Buffer.from(text).equals(bytes) && !text.includes('\0') ? text : null;
}

/** AWS's sentence, and why. */
function unreadable(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    `Could not unzip uploaded file. Please check your file, then try to upload again: ${reason}`,
  );
}

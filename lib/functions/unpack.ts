import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** AWS's limit for code, unpacked. */
const LARGEST = 250 * 1024 * 1024;
const MOST_FILES = 50_000;
const TYPE_OF_FILE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a function's zip into an empty folder. Names that lead outside are refused by yauzl, links and what is
 * larger than it may be here.
 * @throws Error that says what is wrong with the zip
 */
export async function unpack(zip: string, folder: string): Promise<void> {
  const file = await openPromise(zip, { lazyEntries: true, autoClose: false });
  try {
    let left = LARGEST;
    let files = 0;
    for await (const entry of file.eachEntry()) {
      files += 1;
      if (files > MOST_FILES) throw new Error(`The zip has more than ${MOST_FILES} entries`);
      left -= await unpackEntry(file, entry, folder, left);
    }
  } finally {
    file.close();
  }
}

/** @returns bytes written */
async function unpackEntry(zip: ZipFile, entry: Entry, folder: string, left: number): Promise<number> {
  const { fileName } = entry;
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & TYPE_OF_FILE) === SYMBOLIC_LINK) throw new Error(`${fileName} in the zip is a symbolic link`);
  const path = join(folder, fileName);
  if (fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return 0;
  }
  if (entry.uncompressedSize > left) throw tooLarge();
  await mkdir(dirname(path), { recursive: true });
  const counted = atMost(left);
  // `wx`: no entry may write over another.
  await pipeline(await zip.openReadStreamPromise(entry), counted, createWriteStream(path, { flags: 'wx' }));
  const isExecutable = (mode & 0o111) !== 0 || fileName === 'bootstrap';
  await chmod(path, isExecutable ? 0o555 : 0o444);
  return counted.passed();
}

function atMost(limit: number): Transform & { passed(): number } {
  let passed = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      done(passed > limit ? tooLarge() : null, chunk);
    },
  });
  return Object.assign(counting, { passed: () => passed });
}

const tooLarge = () => new Error(`Unzipped size must be smaller than ${LARGEST} bytes`);

import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpack } from './unpack';

/** A zip that nothing names may be about to be named: it stays so long. */
const UNNAMED_ZIP = 60 * 60 * 1_000;

/** Functions' code on disk: zips by their SHA-256, unpacked once each. */
export class CodeStore {
  private readonly zips: string;
  private readonly unpacked: string;
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.zips = join(folder, 'zips');
    this.unpacked = join(folder, 'code');
    for (const each of [this.zips, this.unpacked]) mkdirSync(each, { recursive: true, mode: 0o700 });
  }

  /** @param sha256 base64, of the zip */
  async put(sha256: string, zip: Uint8Array): Promise<void> {
    const draft = join(this.zips, `${randomUUID()}.new`);
    await writeFile(draft, zip, { mode: 0o600 });
    await rename(draft, this.zip(sha256));
  }

  /** Which of these are not here. */
  async missing(sha256s: readonly string[]): Promise<string[]> {
    const here = await Promise.all(sha256s.map((sha256) => exists(this.zip(sha256))));
    return sha256s.filter((_sha256, index) => !here[index]);
  }

  /** The folder with the code. @throws Error when it is not here or is none */
  folder(sha256: string): Promise<string> {
    const before = this.underWay.get(sha256);
    if (before) return before;
    const work = this.unpackOnce(sha256).finally(() => this.underWay.delete(sha256));
    this.underWay.set(sha256, work);
    return work;
  }

  /** Removes what these do not need. */
  keep(sha256s: readonly string[]): void {
    const named = new Set(sha256s.map(fileName));
    for (const name of readdirSync(this.unpacked))
      if (!named.has(name) && this.underWay.size === 0) remove(join(this.unpacked, name));
    for (const name of readdirSync(this.zips)) {
      const path = join(this.zips, name);
      if (!named.has(name.replace(/\.zip$/, '')) && Date.now() - statSync(path).mtimeMs > UNNAMED_ZIP)
        remove(path);
    }
  }

  private async unpackOnce(sha256: string): Promise<string> {
    const folder = join(this.unpacked, fileName(sha256));
    if (await exists(folder)) return folder;
    await this.check(sha256);
    const draft = join(this.unpacked, `${randomUUID()}.new`);
    await mkdir(draft);
    try {
      await unpack(this.zip(sha256), draft);
      await rename(draft, folder);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
    return folder;
  }

  private async check(sha256: string): Promise<void> {
    const zip = await readFile(this.zip(sha256)).catch(() => {
      throw new Error('The code of the function is not on this machine');
    });
    const found = createHash('sha256').update(zip).digest('base64');
    if (found !== sha256) throw new Error('The code of the function is not what was stored');
  }

  private zip(sha256: string): string {
    return join(this.zips, `${fileName(sha256)}.zip`);
  }
}

/** Base64 has `/`, which names of files cannot have. */
const fileName = (sha256: string) => Buffer.from(sha256, 'base64').toString('base64url');

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

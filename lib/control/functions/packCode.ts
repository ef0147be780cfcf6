import { createHash } from 'node:crypto';
import { buffer as bytesOf } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { FunctionCode, FunctionRuntime } from '@/lib/model/function';
import { badRequest } from '../parse';
import { checkZip } from './checkZip';

/** Code as it is stored and run. */
export interface PackedCode {
  zip: Buffer;
  /** base64 */
  codeSha256: string;
  /** bytes of the zip */
  codeSize: number;
  /** null: a zip of several files, or of one that no editor shows */
  inlineCode: string | null;
}

/** The zip of a function's code. @throws ControlError BadRequestException naming the field that cannot be one */
export async function packCode(code: FunctionCode, runtime: FunctionRuntime): Promise<PackedCode> {
  if ('inlineCode' in code) return packed(await zipOf(code.inlineCode, runtime), code.inlineCode);
  const field = 'code.zipFile';
  // Node leaves out what it cannot read.
  if (/[^A-Za-z0-9+/=\s]/.test(code.zipFile)) throw badRequest({ field, message: 'The zip is not base64' });
  const zip = Buffer.from(code.zipFile, 'base64');
  const inlineCode = await checkZip(zip, fileName(runtime)).catch((error: Error) => {
    throw badRequest({ field, message: error.message });
  });
  return packed(zip, inlineCode);
}

function packed(zip: Buffer, inlineCode: string | null): PackedCode {
  const codeSha256 = createHash('sha256').update(zip).digest('base64');
  return { zip, codeSha256, codeSize: zip.length, inlineCode };
}

/** What inline code is called; Lambda's default handlers look for it there. */
function fileName(runtime: FunctionRuntime): string {
  if (runtime.startsWith('provided')) return 'bootstrap';
  return runtime.startsWith('python') ? 'index.py' : 'index.mjs';
}

/** Always the same zip for the same code, so that code that did not change has the hash that it had. */
function zipOf(inlineCode: string, runtime: FunctionRuntime): Promise<Buffer> {
  const zip = new ZipFile();
  const options = { mtime: new Date(0), mode: 0o100755 };
  zip.addBuffer(Buffer.from(inlineCode), fileName(runtime), options);
  zip.end();
  return bytesOf(zip.outputStream);
}

import { build } from 'esbuild';
import { ZipFile } from 'yazl';

/** A function's code with whatever it imports, as a developer's own tools bundle and zip it. */
export async function functionZip(code: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild made nothing');
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(file.contents), 'index.js');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

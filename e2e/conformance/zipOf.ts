import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A zip of one file, as a developer's own tool makes it. */
export function zipOf(name: string, text: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Greets who the query names. */
export const HANDLER = `export const handler = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ greeting: 'Hello, ' + event.queryStringParameters?.name, verb: event.httpMethod }),
});
`;

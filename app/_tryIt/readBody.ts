/**
 * A request's body, of which no more is held than a call may have.
 * @returns undefined where there is none, `'too large'` as soon as it is
 */
export async function readBody(
  { body }: Pick<Request, 'body'>,
  mostBytes: number,
): Promise<Uint8Array | 'too large' | undefined> {
  if (!body) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > mostBytes) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

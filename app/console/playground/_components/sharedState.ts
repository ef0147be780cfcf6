import { type Draft, draftSchema } from './Draft';

/** Characters of the hash; browsers, chats and mail programs pass on as many. */
export const longestLink = 16_000;
const longestState = 2_000_000;

/** A draft as text for an address: deflated, in base64url; undefined when it has far more than an address holds. */
export async function encodeState(draft: Draft): Promise<string | undefined> {
  const size = draft.template.length + draft.body.length + draft.context.length;
  if (size > longestState) return undefined;
  const bytes = await through(
    new TextEncoder().encode(JSON.stringify(draft)),
    new CompressionStream('deflate-raw'),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The draft of an address; undefined for anything else. A text that inflates beyond 2 MB is left alone. */
export async function decodeState(text: string): Promise<Draft | undefined> {
  if (text.length > longestLink) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json = await through(bytes, new DecompressionStream('deflate-raw'));
    return draftSchema.safeParse(JSON.parse(new TextDecoder().decode(json))).data;
  } catch {
    return undefined;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, coding: CompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(coding).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > longestState) throw new RangeError('too large');
    chunks.push(read.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** What an address's hash asks for: a shared state, or single members as playgroundHref writes them. */
export async function readHash(hash: string, otherwise: Draft): Promise<Draft | 'none' | 'unreadable'> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const state = params.get('state');
  if (state !== null) return (await decodeState(state)) ?? 'unreadable';
  if (!params.has('template')) return 'none';
  const draft = draftSchema.safeParse({ ...otherwise, ...Object.fromEntries(params) });
  return draft.success ? draft.data : 'unreadable';
}

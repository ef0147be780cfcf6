import { badClientContext } from './failures';

/** AWS's bound, in characters of base64. */
const LONGEST = 3_583;

/**
 * What a caller tells a function of itself beside the event, JSON in letters that a header takes; undefined: nothing.
 * @param header X-Amz-Client-Context, base64 of a JSON object
 * @throws InvokeRefusal 400
 */
export function readClientContext(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || header.length > LONGEST) throw badClientContext();
  const value = parsed(Buffer.from(header, 'base64').toString());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badClientContext();
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badClientContext();
  }
}

import { CliFailure } from './CliFailure';
import type { Key } from './settings';

/** An answer of the endpoint that is no success. */
export class AwsRefusal extends CliFailure {
  constructor(
    readonly status: number,
    /** AWS's name of the error */
    readonly code: string,
    message: string,
    /** the endpoint's time, as its header says it */
    readonly date: string | null,
  ) {
    super(message);
  }
}

export const noKey =
  'No access key: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to one of Console > Identity, or start Gatehouse with GATEHOUSE_ACCESS_KEY_ID and GATEHOUSE_SECRET_ACCESS_KEY and call with the same.';

/** Undefined for an answer that no AWS endpoint gives. @param key who signed; null: nobody */
export function refusalOf(answer: Response, text: string, key: Key | null): AwsRefusal | undefined {
  const { status, headers } = answer;
  const code = headers.get('x-amzn-errortype') ?? codeIn(text);
  // While Gatehouse starts it is nobody's error.
  if (code === '' && status !== 503) return undefined;
  const message = withCure(status, code, messageIn(text) || `HTTP ${status}`, key);
  return new AwsRefusal(status, code, message, headers.get('date'));
}

function withCure(status: number, code: string, message: string, key: Key | null): string {
  const isUnknownKey = /UnrecognizedClient|InvalidClientTokenId|MissingAuthenticationToken/.test(code);
  if (isUnknownKey && key === null) return noKey;
  if (isUnknownKey)
    return `The endpoint does not know the access key ${key?.accessKeyId}. Make one in Console > Identity, and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
  if (/Signature expired|not yet current/.test(message))
    return `${message}. Set this machine's clock, or the endpoint's: gatehouse doctor compares them.`;
  if (/SignatureDoesNotMatch|InvalidSignature/.test(code))
    return `The secret is not that of access key ${key?.accessKeyId}: check AWS_SECRET_ACCESS_KEY or GATEHOUSE_SECRET_ACCESS_KEY.`;
  if (status === 503) return `${message}. Try again in a moment.`;
  return `${message} (${code || status})`;
}

const codeIn = (text: string) =>
  /<Code>(.*?)<\/Code>/.exec(text)?.[1] ?? /"__type":\s*"([^"]+)"/.exec(text)?.[1] ?? '';

function messageIn(text: string): string {
  const inXml = /<Message>([\s\S]*?)<\/Message>/.exec(text)?.[1];
  if (inXml !== undefined) return inXml;
  try {
    const body: unknown = JSON.parse(text);
    const { message, Message } = body as { message?: unknown; Message?: unknown };
    return String(message ?? Message ?? '');
  } catch {
    return '';
  }
}

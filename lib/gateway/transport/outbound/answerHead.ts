import { BackendFailure } from '../BackendCall';

export type AnswerHeaders = [name: string, value: string][];

const LENGTH = /^\d{1,15}$/;

/**
 * Reads an answer's headers and checks its framing (trap 10: `Transfer-Encoding: cow` would be passed on as
 * "until close" and look whole).
 * @param raw name, value, name, value
 * @throws BackendFailure `garbage`
 */
export function answerHead(raw: readonly Buffer[], maxBytes: number): AnswerHeaders {
  const headers: AnswerHeaders = [];
  const framing = { lengths: 0, codings: 0 };
  let bytes = 0;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toString('latin1') ?? '';
    const value = raw[i + 1]?.toString('latin1') ?? '';
    bytes += name.length + value.length + 4;
    checkFramingHeader(framing, name.toLowerCase(), value);
    headers.push([name, value]);
  }
  if (bytes > maxBytes) throw garbage(`the head is larger than ${maxBytes} bytes`);
  if (framing.codings + framing.lengths > 1) throw garbage('more than one framing header');
  return headers;
}

function checkFramingHeader(seen: { lengths: number; codings: number }, name: string, value: string): void {
  if (name === 'transfer-encoding') {
    seen.codings += 1;
    if (value.trim().toLowerCase() !== 'chunked') throw garbage('a transfer coding other than chunked');
  } else if (name === 'content-length') {
    seen.lengths += 1;
    if (!LENGTH.test(value.trim())) throw garbage('a Content-Length that is not a number');
  }
}

function garbage(reason: string): BackendFailure {
  return new BackendFailure('garbage', `the answer has ${reason}`);
}

import { type Refusal, refusal } from '../Refusal';
import type { HeaderFacts } from './checkHeaders';

export interface Framing {
  /** 0 when there is no body; undefined when chunked */
  contentLength: number | undefined;
  /** the client waits for 100 Continue */
  expectsContinue: boolean;
}

/** No sign, no list, no leading zero: the spellings on which parsers differ. */
const LENGTH = /^(?:0|[1-9]\d{0,14})$/;

/** RFC 9112 6.3, without its repairs: whatever leaves the body's end open to two readings is refused. */
export function checkFraming(facts: HeaderFacts, httpVersion: string): Framing | Refusal {
  const { contentLength, transferEncoding } = facts;
  const expectsContinue = wantsContinue(facts.expect);
  if (expectsContinue === undefined) return refusal(417, 'only 100-continue can be expected');
  if (transferEncoding !== undefined) {
    const refused = checkTransferEncoding(transferEncoding, contentLength, httpVersion);
    return refused ?? { contentLength: undefined, expectsContinue };
  }
  if (contentLength === undefined) return { contentLength: 0, expectsContinue };
  if (!LENGTH.test(contentLength)) return refusal(400, 'the Content-Length header is not a plain number');
  return { contentLength: Number(contentLength), expectsContinue };
}

function checkTransferEncoding(value: string, length: string | undefined, version: string) {
  if (version === '1.0') return refusal(400, 'HTTP/1.0 has no Transfer-Encoding');
  if (length !== undefined) return refusal(400, 'both Content-Length and Transfer-Encoding');
  if (value !== 'chunked') return refusal(400, 'the only Transfer-Encoding is chunked');
  return undefined;
}

/** undefined: something else is expected */
function wantsContinue(expect: string | undefined): boolean | undefined {
  if (expect === undefined) return false;
  return expect.toLowerCase() === '100-continue' ? true : undefined;
}

/** One line of the log. */
export interface Frame {
  id: number;
  /** ms since the epoch */
  time: number;
  direction: 'in' | 'out' | 'note';
  text: string;
  /** bytes of a message; absent of notes */
  size?: number;
}

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** `12:31:02.045` of the browser's day */
export function clockTime(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Why a connection ended, as far as a browser is told (RFC 6455 section 7.4.1). */
export function closeWords({ code, reason }: { code: number; reason: string }, wasOpen: boolean): string {
  if (!wasOpen) return 'Refused: the browser is not told why. The log of the stage is.';
  const words = meanings[code];
  return `Closed with ${code}${words ? ` (${words})` : ''}${reason ? `: ${reason}` : ''}`;
}

const meanings: Record<number, string> = {
  1000: 'normal',
  1001: 'going away',
  1003: 'binary data is not accepted',
  1005: 'no code was given',
  1006: 'the connection broke off',
  1008: 'policy',
  1009: 'a message or frame was too big',
  1011: 'the gateway failed',
};

/** The subprotocols of a list that a person typed. */
export const subprotocolsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The stage's URL with the query string, typed with or without its `?`. */
export function addressOf(url: string, query: string): string {
  const bare = query.trim().replace(/^\?/, '');
  return bare ? `${url}?${bare}` : url;
}

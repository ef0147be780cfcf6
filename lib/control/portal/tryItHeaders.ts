type Headers = [name: string, value: string][];

/** Belong to one connection, not to the message (RFC 9110, 7.6.1), or are the sender's own to write. */
const connection =
  /^(connection|content-length|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/**
 * Ours or the browser's, and none of the API's business: the portal's session, who asked for whom, which page
 * asked, and encodings that the page could not read back.
 */
const portals =
  /^(accept-encoding|cookie2?|forwarded|next-.*|origin|priority|referer|rsc|sec-.*|via|x-forwarded.*|x-gatehouse-.*|x-middleware-.*|x-nextjs-.*|x-real-ip)$/;

/** Would act on the portal's own origin, where the answer is shown. */
const acting =
  /^(alt-svc|clear-site-data|content-security-policy.*|nel|refresh|report-to|reporting-endpoints|service-worker-allowed|set-cookie2?|sourcemap|strict-transport-security)$/;

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Visible characters, blanks and obs-text (RFC 9110, 5.5); never a line break */
const text = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Headers that go to the API. @param apiKey takes the place of an x-api-key that was sent */
export function callHeaders(headers: Headers, apiKey?: string): Headers {
  const kept = headers.filter(([name, value]) => token.test(name) && text.test(value));
  const rest = without(kept, (name) => portals.test(name) || (apiKey !== undefined && name === 'x-api-key'));
  return apiKey === undefined ? rest : [...rest, ['x-api-key', apiKey]];
}

/** Headers that go back to the page. If the answer is opened as a page after all, it runs nothing. */
export function answerHeaders(headers: Headers): Headers {
  const rest = without(headers, (name) => acting.test(name) || name === 'x-content-type-options');
  return [...rest, ['content-security-policy', 'sandbox'], ['x-content-type-options', 'nosniff']];
}

function without(headers: Headers, drop: (name: string) => boolean): Headers {
  const listed = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim());
  return headers.filter(([given]) => {
    const name = given.toLowerCase();
    return !connection.test(name) && !listed.includes(name) && !drop(name);
  });
}

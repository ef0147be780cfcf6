import type { SiteEndpoint } from '@/lib/model/portalSite';

/**
 * The address that samples call: the endpoint as its owner tells it, if that is a web address. What would end a
 * quoted text of any of the languages is percent-encoded, as RFC 3986 has it; `{braces}` stay to be filled in.
 */
export function sampleUrl({
  endpoint,
  invokeUrl,
  path,
}: Pick<SiteEndpoint, 'endpoint' | 'invokeUrl' | 'path'>) {
  const isWeb = /^https?:\/\/[^\s/]/i.test(endpoint);
  const address = isWeb ? endpoint : `${invokeUrl}${path === '/' ? '' : path}`;
  return address.replace(/[^\x21-\x7e]|["'\\`<>$]/gu, encoded);
}

const encoded = (character: string) =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

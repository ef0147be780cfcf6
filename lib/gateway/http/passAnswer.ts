import type { IntegrationAnswer } from '../integrations/Integration';
import type { Reply } from '../transport/Request';

/** They speak of the backend's connection (RFC 9110 7.6.1), or are the gateway's to say. */
const DROPPED: ReadonlySet<string> = new Set([
  'apigw-requestid',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Hands a backend's answer on as it comes. */
export function passAnswer({ status, headers: sent, body }: IntegrationAnswer): Reply {
  let named: readonly string[] | undefined;
  for (const [name, value] of sent)
    if (name.toLowerCase() === 'connection')
      named = [...(named ?? []), ...value.toLowerCase().split(/[\s,]+/)];
  const headers: Reply['headers'] = [];
  for (const header of sent) {
    const key = header[0].toLowerCase();
    if (!DROPPED.has(key) && !named?.includes(key)) headers.push(header);
  }
  return { status, headers, body };
}

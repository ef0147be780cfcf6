import { request as httpRequest } from 'node:http';
import type { ControlPorts } from '@/lib/control/ports';
import { ControlError } from '@/lib/model/ControlError';
import { LONGEST_TIMEOUT } from '@/lib/model/integration';
import { type Config, ownAddress } from '../config';

/** AWS's limit for the answer of a call that a portal tries; more is nothing to look at in a page. */
const MOST_BYTES = 6 * 1024 * 1024;
/** The longest integration timeout that a stage may allow, and a little for the gateway itself. */
const TIMEOUT = LONGEST_TIMEOUT + 2_000;

/** What belongs to one connection or to its framing is this call's own, not the browser's. */
const ownHeaders = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'upgrade',
]);

/**
 * One call to this machine's own gateway listener, and to nothing else, whatever host the stage's URL names: only the
 * path after the URL's is the caller's.
 */
export function callGateway(config: Config): ControlPorts['callGateway'] {
  return (call) =>
    new Promise((resolve, reject) => {
      const { host, pathname } = new URL(call.invokeUrl);
      const outbound = httpRequest({
        host: ownAddress(config),
        port: config.gatewayPort,
        method: call.method,
        path: `${pathname.replace(/\/$/, '')}${call.pathAndQuery}`,
        headers: outboundHeaders(host, call.headers, call.body?.length ?? 0).flat(),
        agent: false,
        timeout: TIMEOUT,
      });
      outbound.on('timeout', () => outbound.destroy(new Error('The gateway did not answer in time')));
      outbound.on('error', reject);
      outbound.on('response', (answer) => {
        const chunks: Buffer[] = [];
        let length = 0;
        answer.on('error', reject);
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > MOST_BYTES) answer.destroy(tooMuch());
          else chunks.push(chunk);
        });
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: pairs(answer.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        );
      });
      outbound.end(call.body);
    });
}

const tooMuch = () =>
  new ControlError('BadRequestException', 'The answer has more than 6 MB: call the API itself');

function pairs(rawHeaders: string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []));
}

function outboundHeaders(host: string, headers: [string, string][], length: number): [string, string][] {
  return [
    ['host', host],
    ...headers.filter(([name]) => !ownHeaders.has(name.toLowerCase())),
    ...(length > 0 ? [['content-length', String(length)] satisfies [string, string]] : []),
  ];
}

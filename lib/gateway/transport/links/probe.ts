import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { VpcLinkDocument } from '../../snapshot/types';
import type { EgressGuard } from '../egressGuard';
import type { LinkTarget } from './LinkTarget';

type HealthCheck = NonNullable<VpcLinkDocument['healthCheck']>;

export interface ProbeOptions {
  guard: EgressGuard;
  link: VpcLinkDocument;
  check: HealthCheck;
  timeoutMillis: number;
}

/** Asks one target once. @returns why it is not healthy, one clause; undefined when it is. Never rejects. */
export function probe(target: LinkTarget, options: ProbeOptions): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      options.guard.checkHost(target.host, target.port);
      const attempt = options.check.protocol === 'TCP' ? openSocket : sendGet;
      const probing = attempt(target, options, resolve);
      probing.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.message || error.code || 'no answer'),
      );
      const late = () => probing.destroy(new Error(`no answer within ${options.timeoutMillis} ms`));
      const timer = setTimeout(late, options.timeoutMillis).unref();
      probing.on('close', () => clearTimeout(timer));
    } catch (error) {
      resolve(error instanceof Error ? error.message : String(error));
    }
  });
}

type Verdict = (failure: string | undefined) => void;

/** A connection is enough. */
function openSocket({ host, port }: LinkTarget, { guard }: ProbeOptions, verdict: Verdict): Socket {
  const socket = connect({ host, port, lookup: guard.lookup(port) });
  return socket.on('connect', () => {
    verdict(undefined);
    socket.destroy();
  });
}

/**
 * 200 to 399 is healthy. Its certificate is not looked at, as AWS's load balancers do not: nothing is told to a
 * target here, and a call checks whom it speaks to.
 */
function sendGet({ host, port, name }: LinkTarget, options: ProbeOptions, verdict: Verdict): ClientRequest {
  const { guard, link, check } = options;
  const sending = (check.protocol === 'HTTPS' ? httpsRequest : httpRequest)({
    ...{ host, port, path: check.path, agent: false, lookup: guard.lookup(port) },
    headers: { Host: name, 'User-Agent': 'Gatehouse-HealthCheck', Connection: 'close' },
    ...(check.protocol === 'HTTPS' && {
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2' as const,
      ...(link.certificate !== undefined && { cert: link.certificate, key: link.privateKey }),
    }),
  });
  sending.on('response', (answer) => {
    const { statusCode = 0 } = answer;
    verdict(statusCode >= 200 && statusCode < 400 ? undefined : `answered ${statusCode}`);
    sending.destroy();
  });
  return sending.end();
}

import { onTestFinished } from 'vitest';
import type { ListenerLimits } from '../ListenerLimits';
import { createListener } from '../listener';
import type { Handler, Reply, Request } from '../Request';
import { realClock } from './realClock';

export interface SentRecord {
  path: string;
  status: number;
  bodyBytes: number;
  complete: boolean;
}

export interface TestListener {
  port: number;
  /** calls that reached the handler */
  calls: Request[];
  sent: SentRecord[];
  /** resolves once `sent` was told so many times */
  sentTimes(count: number): Promise<SentRecord[]>;
  close(graceMs: number): Promise<void>;
}

/** A listener on a free port that ends with the test. */
export async function testListener(
  handler: Handler,
  limits: Partial<ListenerLimits> = {},
): Promise<TestListener> {
  const calls: Request[] = [];
  const sent: SentRecord[] = [];
  const waiting = new Set<() => void>();
  const listener = createListener({
    clock: realClock,
    limits: { connectionsCheckingInterval: 50, linger: 100, ...limits },
    handler: (request) => {
      calls.push(request);
      return handler(request);
    },
    sent: ({ path }, { status }, outcome) => {
      sent.push({ path, status, ...outcome });
      for (const look of waiting) look();
    },
  });
  const port = await listener.listen(0, '127.0.0.1');
  onTestFinished(() => listener.close(0));
  const sentTimes = (count: number) =>
    new Promise<SentRecord[]>((resolve) => {
      const look = () => {
        if (sent.length < count) return;
        waiting.delete(look);
        resolve(sent);
      };
      waiting.add(look);
      look();
    });
  return { port, calls, sent, sentTimes, close: (graceMs) => listener.close(graceMs) };
}

export function okReply(body: Reply['body'] = 'ok', headers: Reply['headers'] = []): Reply {
  return { status: 200, headers, body };
}

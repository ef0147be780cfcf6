import type { ConnectionAnswer, ConnectionQuestion } from '@gatehouse/gateway/ports';
import { afterEach, expect, test, vi } from 'vitest';
import { ConnectionQuestions } from './ConnectionQuestions';

const LIVE = { stageName: 'prod', connectedAt: 2, lastActiveAt: 3, sourceIp: '127.0.0.1', userAgent: 'a' };
const GET: ConnectionQuestion = { type: 'get', connectionId: 'c1', apiId: 'api1' };
const LIST: ConnectionQuestion = { type: 'list', apiId: 'api1', limit: 10 };
const one = (connectionId: string): ConnectionAnswer => ({
  outcome: 'ok',
  connections: [{ ...LIVE, connectionId }],
});
const gone: ConnectionAnswer = { outcome: 'gone' };

afterEach(() => {
  vi.useRealTimers();
});

type Said = [workerId: number, answer: ConnectionAnswer];

test.each<[rule: string, asked: ConnectionQuestion, said: Said[], outcome: string, ids: string[]]>([
  ['the worker that holds it settles it', GET, [[2, one('c1')]], 'ok', ['c1']],
  ['none that answers holds it, one is silent', GET, [[1, gone]], 'unanswered', []],
  [
    'none holds it',
    GET,
    [
      [1, gone],
      [2, gone],
    ],
    'gone',
    [],
  ],
  [
    'a list is put together',
    LIST,
    [
      [1, one('a')],
      [2, one('b')],
    ],
    'ok',
    ['a', 'b'],
  ],
  ['a list waits for all, and is told although one is silent', LIST, [[1, one('a')]], 'unanswered', ['a']],
  [
    'a worker answers once',
    LIST,
    [
      [1, one('a')],
      [1, one('a')],
    ],
    'unanswered',
    ['a'],
  ],
])('%s', async (_rule, asked, said, outcome, ids) => {
  vi.useFakeTimers();
  let settledAt = -1;
  const questions = new ConnectionQuestions(
    () => [1, 2],
    (_workerIds, order) => {
      if (order.type !== 'connections') throw new Error(`asked ${order.type}`);
      const { question } = order;
      queueMicrotask(() => {
        for (const [workerId, answer] of said)
          questions.answered(workerId, { type: 'connections', question, answer });
      });
    },
  );
  const began = Date.now();
  const answer = questions.ask(asked).then((told) => {
    settledAt = Date.now() - began;
    return told;
  });
  await vi.runAllTimersAsync();
  const { outcome: told, connections = [] } = await answer;
  expect([told, connections.map(({ connectionId }) => connectionId)]).toEqual([outcome, ids]);
  // Only silence is waited for.
  expect(settledAt > 0).toBe(outcome === 'unanswered');
});

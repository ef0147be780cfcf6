import { expect, test } from 'vitest';
import { ConnectionPost } from '../supervise/ConnectionPost';
import type { ConnectionMessage, ConnectionRelay } from './connectionMessages';
import { RelayedConnections } from './RelayedConnections';

const PATIENCE = 20;

/** A worker in a slot, and what it was told to say. */
function worker(holder: number, send: (message: ConnectionMessage) => void) {
  return new RelayedConnections(holder, send, PATIENCE);
}
const about = (connectionId: string) => ({ type: 'get', connectionId, apiId: 'api1' }) as const;

test('an id leads to the worker that holds it, whose answer comes back', async () => {
  const workers = new Map<number, RelayedConnections>();
  const post = new ConnectionPost((id, message) => workers.get(id)?.receive(message));
  for (const id of [1, 2]) {
    post.started(id, id + 10);
    workers.set(
      id,
      worker(id + 10, (message) => post.carry(id, message)),
    );
  }
  workers.get(2)?.serve(() => ({ outcome: 'ok' }));
  const id = workers.get(2)?.newConnectionId() ?? '';
  expect(await workers.get(1)?.ask(about(id))).toEqual({ outcome: 'ok' });
  post.ended(2);
  expect(await workers.get(1)?.ask(about(id))).toEqual({ outcome: 'gone' });
});

test('a holder that says nothing is waited for no longer than that', async () => {
  const asked: ConnectionMessage[] = [];
  const asker = worker(1, (message) => asked.push(message));
  const other = worker(2, () => undefined);
  expect(await asker.ask(about(other.newConnectionId()))).toEqual({ outcome: 'unanswered' });
  expect(asked).toHaveLength(1);
});

test('an answer to the worker that had the slot before settles nothing of the next', async () => {
  const sent: ConnectionMessage[] = [];
  const other = worker(9, () => undefined);
  const before = worker(1, (message) => sent.push(message));
  void before.ask(about(other.newConnectionId()));
  const next = worker(2, () => undefined);
  const answer = next.ask(about(other.newConnectionId()));
  const [{ sequence } = { sequence: 0 }] = sent;
  const late: ConnectionRelay = { type: 'connectionAnswered', sequence, answer: { outcome: 'ok' } };
  next.receive(late);
  expect(await answer).toEqual({ outcome: 'unanswered' });
});

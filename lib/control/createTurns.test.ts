import { expect, test } from 'vitest';
import { createTurns } from './createTurns';

const refused = { code: 'ConflictException' };

/** Work that says when it began, and ends when told. */
function jobs() {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      began.push(name);
      ends.set(name, () => resolve(name));
    });
  return { began, job, end: (name: string) => ends.get(name)?.() };
}

test('one at a time, in the order of asking', async () => {
  const turn = createTurns({ waiting: 10, patience: 60_000 });
  const { began, job, end } = jobs();
  const [a, b, c] = [turn(job('a')), turn(job('b')), turn(job('c'))];
  expect(began).toEqual(['a']);
  end('a');
  expect(await a).toBe('a');
  await expect.poll(() => began).toEqual(['a', 'b']);
  end('b');
  expect(await b).toBe('b');
  await expect.poll(() => began).toEqual(['a', 'b', 'c']);
  end('c');
  expect(await c).toBe('c');
});

test('work that fails gives its turn on, and the queue that emptied begins anew', async () => {
  const turn = createTurns({ waiting: 10, patience: 60_000 });
  const failing = turn(() => Promise.reject(new Error('no')));
  const after = turn(async () => 'after');
  await expect(failing).rejects.toThrow('no');
  expect(await after).toBe('after');
  expect(await turn(async () => 'anew')).toBe('anew');
});

test('who finds the queue full is refused at once; the others keep their places', async () => {
  const turn = createTurns({ waiting: 1, patience: 60_000 });
  const { job, end } = jobs();
  const first = turn(job('first'));
  const second = turn(async () => 'second');
  await expect(turn(job('third'))).rejects.toMatchObject(refused);
  end('first');
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
});

test('who waits too long is refused, and is not begun afterwards', async () => {
  const turn = createTurns({ waiting: 10, patience: 1 });
  const { began, job, end } = jobs();
  const first = turn(job('first'));
  await expect(turn(job('second'))).rejects.toMatchObject(refused);
  end('first');
  await first;
  expect(await turn(async () => 'third')).toBe('third');
  expect(began).toEqual(['first']);
});

import { expect, test } from 'vitest';
import { drip, faultsBeforeBody, faultsInBody } from './testing/backendFaults';
import { answer, scriptedBackend } from './testing/scriptedBackend';
import { callOf, OK, testBackends, textOf } from './testing/testBackends';

/** A body may come as slowly as it likes until this is over. */
const JUDGED_SOON = { timeoutInMillis: 2_000 };

test.each(faultsBeforeBody)('F7 a backend that %s: %s', async (_name, reasons, script) => {
  const backend = await scriptedBackend(script);
  const backends = testBackends();
  // Only who says nothing is waited for to the end.
  const timeoutInMillis = reasons === 'timeout' ? 300 : 20_000;
  const outcome = backends.call(callOf(backend.origin, { timeoutInMillis })).then(
    () => 'answered',
    (failure: { reason: string }) => failure.reason,
  );
  expect(reasons.split(' ')).toContain(await outcome);
  const good = await scriptedBackend(OK);
  expect(await textOf(backends, callOf(good.origin, { integrationKey: 'good' }))).toBe('ok');
});

test.each(
  faultsInBody,
)('F7 a backend that %s: the body is destroyed with an error', async (_name, script) => {
  const backend = await scriptedBackend(script);
  const backends = testBackends({ rateWindow: 200 });
  await expect(textOf(backends, callOf(backend.origin, JUDGED_SOON))).rejects.toThrow();
});

test('a consumer that is slow is not held against the backend', async () => {
  const backend = await scriptedBackend((socket) => socket.write(answer('x'.repeat(2_000_000))));
  const dripping = await scriptedBackend((socket) =>
    drip(socket, `HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${'x'.repeat(1_000)}`),
  );
  const backends = testBackends({ rateWindow: 100 });
  const { body } = await backends.call(callOf(backend.origin));
  // It outlasts one window; once it is cut off, the other was judged in two.
  await expect(textOf(backends, callOf(dripping.origin, JUDGED_SOON))).rejects.toMatchObject({
    reason: 'timeout',
  });
  let length = 0;
  for await (const chunk of body) length += (chunk as Buffer).length;
  expect(length).toBe(2_000_000);
});

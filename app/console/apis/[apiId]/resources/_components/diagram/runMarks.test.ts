import { expect, test } from 'vitest';
import { runMarks, shownTime } from './runMarks';

const checked = [
  { step: 'resolveStage', at: 0.1, message: '' },
  { step: 'throttle', at: 0.4, message: '' },
];
const mapped = [
  ...checked,
  { step: 'mapIntegrationRequest', at: 0.6, message: 'Method request', detail: { body: '' } },
  { step: 'mapIntegrationRequest', at: 1, message: 'Endpoint request', detail: { uri: 'http://a' } },
];
const answered = [
  ...mapped,
  { step: 'callIntegration', at: 1.1, message: 'Sending request' },
  { step: 'callIntegration', at: 21, message: 'Received response', detail: { status: 200 } },
];
const fail = (at: number, responseType: string) => ({
  step: 'serve',
  at,
  message: 'why',
  failed: true,
  detail: { responseType },
});

test('a run that succeeds has a time in every box', () => {
  const trace = [...answered, { step: 'selectIntegrationResponse', at: 22, message: '' }];
  const { spent, left, failed, total } = runMarks({ trace, latency: 25 });
  expect(left).toEqual({
    methodRequest: 0.4,
    integrationRequest: 1,
    backend: 21,
    integrationResponse: 22,
    methodResponse: 25,
  });
  expect(spent.backend).toBe(20);
  expect([failed, total]).toEqual([undefined, 25]);
});

test.each([
  ['a missing parameter', checked, 'BAD_REQUEST_PARAMETERS', 'methodRequest'],
  ['a call that is not allowed', checked.slice(0, 1), 'ACCESS_DENIED', 'methodRequest'],
  ['a method without an integration', checked, 'API_CONFIGURATION_ERROR', 'integrationRequest'],
  ['no template for the content type', mapped.slice(0, 3), 'UNSUPPORTED_MEDIA_TYPE', 'integrationRequest'],
  ['a request template that fails', mapped.slice(0, 3), 'DEFAULT_5XX', 'integrationRequest'],
  ['a mock without a status', mapped, 'API_CONFIGURATION_ERROR', 'backend'],
  ['a refused address', answered.slice(0, 5), 'API_CONFIGURATION_ERROR', 'backend'],
  ['a backend that stalls', answered.slice(0, 5), 'INTEGRATION_TIMEOUT', 'backend'],
  ['no integration response for the status', answered, 'API_CONFIGURATION_ERROR', 'integrationResponse'],
])('%s fails its own box and leaves later ones without a time', (_, trace, responseType, station) => {
  const marks = runMarks({ trace: [...trace, fail(30, responseType)], latency: 31 });
  expect(marks.failed).toEqual({ station, reason: 'why' });
  expect(marks.left.methodResponse).toBeUndefined();
  expect(marks.left[marks.failed?.station ?? 'backend']).toBeUndefined();
  expect(marks.spent[marks.failed?.station ?? 'backend']).toBeGreaterThan(0);
});

test.each([
  [0, '0 ms'],
  [0.04, '0.0 ms'],
  [9.94, '9.9 ms'],
  [37.4, '37 ms'],
  [2310, '2.31 s'],
])('%d ms is shown as %s', (ms, text) => {
  expect(shownTime(ms)).toBe(text);
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startBackend } from '../fixtures/startBackend';
import { startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { key, missing, toolEnvironment } from './tools';

const reason = missing('python3', '-c', 'import boto3');
test.skip(reason !== null, reason ?? '');

const expected = {
  'http proxy': [200, { method: 'GET', path: '/pets/7' }],
  stage: { colour: 'blue' },
  pages: ['/', '/{proxy+}'],
  tags: { made: 'by boto3' },
  invoke: 200,
  function: [200, { from: 'python' }],
  'without a key': [403, { message: 'Forbidden' }],
  'with a key': [200, true],
  refusal: 'Invalid API identifier specified 000000000000:nobody1234',
};

test('the guide’s tutorials by boto3, by an endpoint setting alone', async () => {
  const backend = await startBackend();
  const gatehouse = await startGatehouse(key);
  try {
    const script = ['e2e/conformance/tutorial.py', gatehouse.gatewayUrl, backend.url];
    const { stdout } = await promisify(execFile)('python3', script, {
      env: toolEnvironment(gatehouse),
      timeout: 300_000,
    });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { held: string; value: unknown });
    expect(Object.fromEntries(lines.map(({ held, value }) => [held, value]))).toEqual(expected);
  } finally {
    await gatehouse.stop();
    await backend.stop();
  }
});

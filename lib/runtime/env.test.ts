import { expect, test } from 'vitest';
import { readConfig } from './config';
import { readEnv } from './env';

test('every variable has a default', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    consolePort: 3000,
    gatewayPort: 8080,
    awsPort: 4566,
    awsOpen: false,
    samplePort: 8081,
    publicUrl: 'http://localhost:3000',
    gatewayUrl: 'http://localhost:8080',
    region: 'us-east-1',
    accountId: '000000000000',
    databaseIsServer: false,
    development: false,
    stopDelayMs: 0,
    stopTimeoutMs: 30_000,
  });
  expect(config.workers).toBeGreaterThan(0);
});

test.each([
  ['GATEHOUSE_PORT', { GATEHOUSE_PORT: 'abc' }],
  ['GATEHOUSE_PORT', { GATEHOUSE_PORT: '70000' }],
  ['GATEHOUSE_GATEWAY_PORT', { GATEHOUSE_PORT: '9000', GATEHOUSE_GATEWAY_PORT: '9000' }],
  ['GATEHOUSE_SAMPLE_PORT', { GATEHOUSE_GATEWAY_PORT: '8081' }],
  ['GATEHOUSE_AWS_PORT', { GATEHOUSE_AWS_PORT: '3000' }],
  ['GATEHOUSE_SAMPLE_PORT', { GATEHOUSE_SAMPLE_PORT: '4566' }],
  ['GATEHOUSE_AWS_AUTH', { GATEHOUSE_AWS_AUTH: 'none' }],
  ['GATEHOUSE_AWS_AUTH', { GATEHOUSE_AWS_AUTH: 'off', GATEHOUSE_HOST: '0.0.0.0' }],
  ['GATEHOUSE_SAMPLE', { GATEHOUSE_SAMPLE: 'no' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost' }],
  ['GATEHOUSE_ADMIN_PASSWORD', { GATEHOUSE_ADMIN_EMAIL: 'a@example.com' }],
  ['GATEHOUSE_ADMIN_EMAIL', { GATEHOUSE_ADMIN_PASSWORD: 'long enough to pass' }],
  ['GATEHOUSE_ADMIN_PASSWORD', { GATEHOUSE_ADMIN_EMAIL: 'a@example.com', GATEHOUSE_ADMIN_PASSWORD: 'short' }],
  ['GATEHOUSE_SECRET_ACCESS_KEY', { GATEHOUSE_ACCESS_KEY_ID: 'AKIAGATEHOUSESTART00' }],
  ['GATEHOUSE_ACCESS_KEY_ID', { GATEHOUSE_SECRET_ACCESS_KEY: 's'.repeat(40) }],
  ['GATEHOUSE_ACCESS_KEY_ID', { GATEHOUSE_ACCESS_KEY_ID: 'test' }],
  ['GATEHOUSE_ACCESS_KEY_ID', { GATEHOUSE_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' }],
  ['GATEHOUSE_SECRET_ACCESS_KEY', { GATEHOUSE_SECRET_ACCESS_KEY: 'test' }],
  [
    'GATEHOUSE_SECRET_ACCESS_KEY',
    { GATEHOUSE_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  ],
  ['GATEHOUSE_ACCOUNT_ID', { GATEHOUSE_ACCOUNT_ID: '12' }],
  ['GATEHOUSE_WORKERS', { GATEHOUSE_WORKERS: '0' }],
  ['GATEHOUSE_STOP_DELAY', { GATEHOUSE_STOP_DELAY: '-1' }],
  ['GATEHOUSE_STOP_TIMEOUT', { GATEHOUSE_STOP_TIMEOUT: 'soon' }],
  ['GATEHOUSE_STOP_TIMEOUT', { GATEHOUSE_STOP_DELAY: '28' }],
  ['GATEHOUSE_MASTER_KEY', { GATEHOUSE_MASTER_KEY: 'c2hvcnQ=' }],
  ['GATEHOUSE_PUBLIC_URL', { GATEHOUSE_PUBLIC_URL: 'example.com' }],
  ['GATEHOUSE_GATEWAY_URL', { GATEHOUSE_GATEWAY_URL: 'ftp://example.com' }],
])('a wrong value is refused by the name %s', (name, environment) => {
  expect(() => readEnv(environment)).toThrowError(new RegExp(`^  ${name}: `, 'm'));
});

test('the error names every fault and repeats no value', () => {
  const secret = 'hunter2';
  const read = () => readEnv({ GATEHOUSE_PORT: 'x', GATEHOUSE_MASTER_KEY: secret });
  expect(read).toThrowError(/GATEHOUSE_PORT[\s\S]*GATEHOUSE_MASTER_KEY/);
  expect(read).not.toThrowError(new RegExp(secret));
});

test('an empty variable counts as unset, and a base URL loses its last slash', () => {
  const config = readConfig({ DATABASE_URL: '', GATEHOUSE_PUBLIC_URL: 'https://api.example.com/' });
  expect(config.databaseIsServer).toBe(false);
  expect(config.publicUrl).toBe('https://api.example.com');
});

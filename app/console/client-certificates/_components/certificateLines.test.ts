import { expect, test } from 'vitest';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import { certificateLines, certificateTitle } from './certificateLines';

const DAY = 86_400_000;
const now = Date.UTC(2026, 0, 1);
const certificate = (change: Partial<ClientCertificate>): ClientCertificate => ({
  clientCertificateId: 'c1',
  pemEncodedCertificate: '-----BEGIN CERTIFICATE-----',
  createdDate: now,
  expirationDate: now + 365 * DAY,
  stages: [],
  ...change,
});

test.each([
  ['valid', 31 * DAY],
  ['soon', 30 * DAY],
  ['soon', 1],
  ['expired', 0],
  ['expired', -DAY],
])('%s with %s ms left', (expiry, left) => {
  expect(certificateLines([certificate({ expirationDate: now + left })], [], now)).toMatchObject([
    { expiry },
  ]);
});

test('stages are named with their API, by its id where it is not in the list', () => {
  const stages = [
    { restApiId: 'a1', stageName: 'prod' },
    { restApiId: 'gone', stageName: 'dev' },
  ];
  const [line] = certificateLines([certificate({ stages })], [{ id: 'a1', name: 'Orders' }], now);
  expect(line?.usedBy.map(({ apiName, stageName }) => `${apiName} ${stageName}`)).toEqual([
    'Orders prod',
    'gone dev',
  ]);
});

test.each([
  ['Backends', 'Backends'],
  ['', 'c1'],
  [undefined, 'c1'],
])('described as %j it is called %s', (description, title) => {
  const { description: _none, ...bare } = certificate({});
  expect(certificateTitle(description === undefined ? bare : { ...bare, description })).toBe(title);
});

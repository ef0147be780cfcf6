import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalRequest, sha256Hex } from './canonicalRequest';
import { verifySignature } from './verifySignature';

/* B20: a signature made by hand, with what no signer of AWS's makes in its scope. */
const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const TIME = '20261121T120000Z';
const NOW = Date.parse('2026-11-21T12:00:00Z');

/** @returns the id of the key, for a request whose signature is right for its scope */
async function verified(date: string, service: string, end: string): Promise<string> {
  const parts = [date, 'us-east-1', service, end];
  const signedHeaders = ['host', 'x-amz-date'];
  const headers: [string, string][] = [
    ['Host', 'api1'],
    ['X-Amz-Date', TIME],
  ];
  const canonical = canonicalRequest(
    { method: 'GET', path: '/', query: '', headers },
    signedHeaders,
    sha256Hex(''),
  );
  const text = ['AWS4-HMAC-SHA256', TIME, parts.join('/'), sha256Hex(canonical)].join('\n');
  const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();
  const key = parts.reduce<Buffer | string>(hmac, `AWS4${KEY.secretAccessKey}`);
  const signature = hmac(key, text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${KEY.accessKeyId}/${parts.join('/')}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  const all: [string, string][] = [...headers, ['Authorization', authorization]];
  const header = (name: string) => all.findLast(([each]) => each.toLowerCase() === name)?.[1];
  const readBody = async () => Buffer.alloc(0);
  const request = { method: 'GET', path: '/', query: '', headers: all, header, readBody };
  const found = await verifySignature(request, { service: 'execute-api', now: NOW, find: () => KEY });
  return found.accessKeyId;
}

test('a scope as it ought to be', async () => {
  expect(await verified('20261121', 'execute-api', 'aws4_request')).toBe(KEY.accessKeyId);
});

test.each([
  ['another day', '20261120', 'execute-api', 'aws4_request'],
  // Keys derived of these would be good for every day of a year, or for ever.
  ['a year', '2026', 'execute-api', 'aws4_request'],
  ['no day at all', '', 'execute-api', 'aws4_request'],
  ['another service', '20261121', 's3', 'aws4_request'],
  ['another end', '20261121', 'execute-api', 'aws3_request'],
])('refused, though its signature is right: %s', async (_rule, date, service, end) => {
  await expect(verified(date, service, end)).rejects.toMatchObject({ responseType: 'INVALID_SIGNATURE' });
});

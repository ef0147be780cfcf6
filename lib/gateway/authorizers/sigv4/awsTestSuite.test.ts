import { expect, test } from 'vitest';
import { verifySignature } from './verifySignature';

/*
 * B20: the cases that AWS publishes for signers ("AWS Signature Version 4 Test Suite"; each row has its name and its
 * signature there), taken by the verifier as they are on the wire. A header over several lines (obs-fold) is not among
 * them: the listener refuses it (B1).
 */
const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const NOW = Date.parse('2015-08-30T12:36:00Z');
const SCOPE = '20150830/us-east-1/service/aws4_request';
const UNRESERVED = '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TOKEN =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';
const VANILLA = '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31';
const POSTED = '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b';
const POSTED_QUERY = '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11';

interface Case {
  name: string;
  signature: string;
  method?: string;
  path?: string;
  query?: string;
  /** beside Host and X-Amz-Date, and signed with them */
  headers?: [name: string, value: string][];
  body?: string;
}

const cases: Case[] = [
  { name: 'get-vanilla', signature: VANILLA },
  { name: 'get-vanilla-query', signature: VANILLA, query: '' },
  {
    name: 'get-vanilla-empty-query-key',
    query: 'Param1=value1',
    signature: 'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
  },
  {
    name: 'get-vanilla-query-order-key',
    query: 'Param1=value2&Param1=Value1',
    signature: 'eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1',
  },
  {
    name: 'get-vanilla-query-order-key-case',
    query: 'Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-vanilla-query-order-value',
    query: 'Param1=value2&Param1=value1',
    signature: '5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694',
  },
  {
    name: 'get-vanilla-query-unreserved',
    query: `${UNRESERVED}=${UNRESERVED}`,
    signature: '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
  },
  {
    name: 'get-vanilla-utf8-query',
    query: 'ሴ=bar',
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  {
    name: 'get-unreserved',
    path: `/${UNRESERVED}`,
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  {
    name: 'get-utf8',
    path: '/ሴ',
    signature: '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85',
  },
  { name: 'normalize-path/get-relative', path: '/example/..', signature: VANILLA },
  { name: 'normalize-path/get-relative-relative', path: '/example1/example2/../..', signature: VANILLA },
  { name: 'normalize-path/get-slash', path: '//', signature: VANILLA },
  { name: 'normalize-path/get-slash-dot-slash', path: '/./', signature: VANILLA },
  {
    name: 'normalize-path/get-slash-pointless-dot',
    path: '/./example',
    signature: 'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5',
  },
  {
    name: 'normalize-path/get-slashes',
    path: '//example//',
    signature: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
  },
  {
    name: 'normalize-path/get-space',
    path: '/example space/',
    signature: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
  },
  {
    name: 'get-header-key-duplicate',
    headers: [
      ['My-Header1', 'value2'],
      ['My-Header1', 'value2'],
      ['My-Header1', 'value1'],
    ],
    signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
  },
  {
    name: 'get-header-value-order',
    headers: [
      ['My-Header1', 'value4'],
      ['My-Header1', 'value1'],
      ['My-Header1', 'value3'],
      ['My-Header1', 'value2'],
    ],
    signature: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
  },
  {
    name: 'get-header-value-trim',
    headers: [
      ['My-Header1', ' value1'],
      ['My-Header2', ' "a   b   c"'],
    ],
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  { name: 'post-vanilla', method: 'POST', signature: POSTED },
  { name: 'post-sts-header-after', method: 'POST', signature: POSTED },
  {
    name: 'post-sts-header-before',
    method: 'POST',
    headers: [['X-Amz-Security-Token', TOKEN]],
    signature: '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
  },
  {
    name: 'post-header-key-sort',
    method: 'POST',
    headers: [['My-Header1', 'value1']],
    signature: 'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
  },
  {
    name: 'post-header-value-case',
    method: 'POST',
    headers: [['My-Header1', 'VALUE1']],
    signature: 'cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d',
  },
  { name: 'post-vanilla-query', method: 'POST', query: 'Param1=value1', signature: POSTED_QUERY },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'Param1=value1',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  {
    name: 'post-x-www-form-urlencoded-parameters',
    method: 'POST',
    headers: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf8']],
    body: 'Param1=value1',
    signature: '1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe',
  },
];

/** @returns the id of the key that signed; a promise that rejects where the signature is not taken */
async function verified({
  method = 'GET',
  path = '/',
  query = '',
  headers = [],
  body = '',
  signature,
}: Case) {
  const own: [string, string][] = [
    ['Host', 'example.amazonaws.com'],
    ['X-Amz-Date', '20150830T123600Z'],
    ...headers,
  ];
  const names = [...new Set(own.map(([name]) => name.toLowerCase()))].sort();
  const authorization = `AWS4-HMAC-SHA256 Credential=${KEY.accessKeyId}/${SCOPE}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const all: [string, string][] = [...own, ['Authorization', authorization]];
  const header = (name: string) => all.findLast(([key]) => key.toLowerCase() === name)?.[1];
  const request = { method, path, query, headers: all, header, readBody: async () => Buffer.from(body) };
  const key = await verifySignature(request, { service: 'service', now: NOW, find: () => KEY });
  return key.accessKeyId;
}

test.each(cases)('$name', async (one) => {
  expect(await verified(one)).toBe(KEY.accessKeyId);
  const last = one.signature.endsWith('0') ? '1' : '0';
  await expect(verified({ ...one, signature: one.signature.replace(/.$/, last) })).rejects.toThrow();
});

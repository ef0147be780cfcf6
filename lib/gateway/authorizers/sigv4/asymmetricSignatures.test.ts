import { expect, test } from 'vitest';
import { verifySignature } from './verifySignature';

/*
 * B20, Signature Version 4A: requests that AWS's own signing library has in its test suite (aws-c-auth,
 * tests/aws-signing-test-suite/v4a; each row has its name there), in the header and in the query.
 */
const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const NOW = Date.parse('2015-08-30T12:36:00Z');
const ALGORITHM = 'AWS4-ECDSA-P256-SHA256';
const SCOPE = `${KEY.accessKeyId}/20150830/service/aws4_request`;
const HASH = 'x-amz-content-sha256';

interface Case {
  name: string;
  method?: string;
  path?: string;
  query?: string;
  /** beside Host, X-Amz-Date and X-Amz-Region-Set, and signed with them */
  headers?: [name: string, value: string][];
  body?: string;
  /** in the Authorization header */
  signature: string;
  /** in the query */
  presigned: string;
}

const cases: Case[] = [
  {
    name: 'get-vanilla',
    signature:
      '3046022100fddaaf816a31e30d04973875b13bc27b98da10907a3a1872fd5819a221334abc022100de2ee81d83b54f31efc82834de07e6cd4d5c6f25bfa08e0f29a15bb0977c343e',
    presigned:
      '3045022100a28466db6c76223d5aa6ed436a8451b30e21ba0a076e7f2f943dd1f3d2816249022049e4b3746929cd2a2cb7b7984dbe0f5d40a300e7d9a7a7f1307c196b6f96b61a',
  },
  {
    name: 'get-header-key-duplicate',
    headers: [
      ['My-Header1', 'value2'],
      ['My-Header1', 'value2'],
      ['My-Header1', 'value1'],
    ],
    signature:
      '30450220331da6dfebb0d19e5e161b1efa389ccb83cadb60bc71f6791ef71ac6054c44de0221008588b7d5c9f7a79ca9c02a02efbd0f540cda242a64ca1452aa914e050b517724',
    presigned:
      '3045022100b6fa5712e476c23f411995e85747f62e9a25bdd718aac8692b3744dba106e1720220331a1e84a25e69c1ef07e63b3b76e1e78100f2ee020a3e66f127240901468912',
  },
  {
    name: 'get-header-value-trim',
    headers: [
      ['My-Header1', ' value1'],
      ['My-Header2', ' "a   b   c"'],
    ],
    signature:
      '3046022100ce72c874a80cea45e3c5b7cbe76178f8577870e1f97ee1730f57cff45c3d398b022100e4ea7b870335abab5ca57fa740d20b3c5aba2739cf96dd7fa671fc11cf6c3341',
    presigned:
      '304502210085dc6b963562f7d443e0c35819c752a39ab744a6a8820ec4718a2aaf6d9acbae02202053d5ec6fcd892c09ce485b169b94590f805a05348ade664bbe3e06a7c62edb',
  },
  {
    name: 'get-slashes-normalized',
    path: '//example//',
    signature:
      '304402203d34870fcc77b0f5a3f6d440cd1cecb75c7e534cfbcc68f60743d308ae92fef602200f9fbaacc5010b9a7e046b1b5ae58764bd32c24c47ef65b63ad9ff756c478e4d',
    presigned:
      '3045022100ec452ebb2ae12447edb19c7c1824c5b5921650498ed70c3366d9bce4875f0095022007c29a38626d79722aa8f8882ea96003eaf2a135c4bed3394f24a068fded99f1',
  },
  {
    name: 'get-relative-normalized',
    path: '/example/..',
    signature:
      '304402206ccd591952cdb4a0a002217788234c80eac520f890b0a6ea07b98044f08ba10e0220733126caf0347f7df89773f79b9fae2648ca786e67a7d88ec296d66452da4bec',
    presigned:
      '3045022100be82e63cce1729590924a36bd6902036fe392d1b6196cffc2bf9620c8c5488b40220029a31d7cbb60816e40c0a00a53520db7d7928296b4236c2d0ada59c08b85bc4',
  },
  {
    name: 'get-vanilla-query-order-encoded',
    query: 'Param-3=Value3&Param=Value2&%E1%88%B4=Value1',
    signature:
      '3045022100cef3137947f52af13fe5591d4ddcff0260176e7b2a668b43ac8f0cba2e489fe502203b4fe53c9fe3e8925643fe0e4c3ec0b3ea6262917bf7300d2e2abb399078e6de',
    presigned:
      '3046022100a1244805f7fd13f1c5f4824fe85052857f2c5b6820829562e3853715966a4f7102210091a4e9e79fd79fc7d4d580061730822d3228d15d584b7c5c16a4c490690740c5',
  },
  {
    name: 'get-vanilla-utf8-query',
    query: 'ሴ=bar',
    signature:
      '304502206e0b9d70bb0413a557946314e04739d721c9f301d452c072590edfdcb9320572022100846f242fb0346c8c56c76a6f0e70c521d7ac02742f09c2e7b5253f1e9afe5a44',
    presigned:
      '3046022100d0001873de6d6746a050e3dff894b0fbccce0bbe7fad8e4c0960761d053a695b022100fb8f5d77ebb1854be7a8e1ea56428aba3a2f3bf23211e1049a2fa18b56784b63',
  },
  {
    name: 'get-utf8',
    path: '/ሴ',
    signature:
      '304502210082c462efc22f340d7d20b19e0c9b38400e9395bedd9269e01e959ef915ca2846022050d38df1572786ef8befe01d888335c15b0f17fb1d795858fa3cb79e060ba375',
    presigned:
      '3045022100a6a54a9d29f463be9ee0822246866fdbf4d71ab2f0c1dd70da52bd3d4539ce6802204fb18b4ddab0e97af74ecb42e33d6d2f2ac2ae0cee9509f649506f1cd2954899',
  },
  {
    name: 'post-header-key-sort',
    method: 'POST',
    headers: [['My-Header1', 'value1']],
    signature:
      '3046022100a5dc03771b33997d8eeb15d639cb7bdef2aff78a4a59c7996070e5f94fe149780221009a732061539208209ba0ae6755bef956c258a0c0ac6a6916489486efde21cfeb',
    presigned:
      '30450220398bbd17824da156cc02e783348c16e8c04d46d1ae6b31dec9422d8054193380022100f05d3e4f7ed4eed55e950488ed7c53975cdbb4713ec4a2c0af9351ab8fdc9a48',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', '13'],
      ['x-amz-content-sha256', '9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e'],
    ],
    body: 'Param1=value1',
    signature:
      '3045022100955bbc0f0b9d4284719808642167f7d5ea4a72f8c296b75b442898c8b81cd7e502202425fb97620fa9a20344d22b248dd00db07524fc39b5ad77533e00b277331241',
    presigned:
      '30450221008d8a6aa0bc3f651e6c14c52e9e24dbca58964641c9cb6e55169f9dc74766ae3d022016126756ce1523ac972f66f6bf6e981f44572d3c8916f1f43d428fb2caa0e1ea',
  },
];

interface Sent extends Omit<Case, 'signature' | 'presigned'> {
  authorization?: string;
}

/** @returns the id of the key that signed; a promise that rejects where the signature is not taken */
async function verified({ method = 'GET', path = '/', query = '', body = '', ...sent }: Sent, secret = KEY) {
  const { headers = [], authorization } = sent;
  const all =
    authorization === undefined
      ? headers
      : [...headers, ['Authorization', authorization] as [string, string]];
  const header = (name: string) => all.findLast(([key]) => key.toLowerCase() === name)?.[1];
  const request = { method, path, query, headers: all, header, readBody: async () => Buffer.from(body) };
  const algorithms = ['AWS4-HMAC-SHA256', ALGORITHM] as const;
  const key = await verifySignature(request, {
    service: 'service',
    now: NOW,
    algorithms,
    find: () => secret,
  });
  return key.accessKeyId;
}

const HOST: [string, string] = ['Host', 'example.amazonaws.com'];

function inHeader({ signature, presigned: _, headers = [], ...rest }: Case): Sent {
  const own: [string, string][] = [
    HOST,
    ['X-Amz-Date', '20150830T123600Z'],
    ['X-Amz-Region-Set', 'us-east-1'],
    ...headers,
  ];
  const names = [...new Set(own.map(([name]) => name.toLowerCase()))].sort().join(';');
  const authorization = `${ALGORITHM} Credential=${SCOPE}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...rest, headers: own, authorization };
}

function inQuery({ signature: _, presigned, headers = [], query = '', ...rest }: Case): Sent {
  const own = [HOST, ...headers.filter(([name]) => name !== HASH)];
  const names = [...new Set(own.map(([name]) => name.toLowerCase()))].sort().join(';');
  const members = {
    ...{ Algorithm: ALGORITHM, Credential: SCOPE, Date: '20150830T123600Z', SignedHeaders: names },
    ...{ Expires: '3600', 'Region-Set': 'us-east-1', Signature: presigned },
  };
  const pairs = Object.entries(members).map(([name, value]) => `X-Amz-${name}=${encodeURIComponent(value)}`);
  return { ...rest, headers: own, query: [...(query ? [query] : []), ...pairs].join('&') };
}

test.each(cases)('$name', async (one) => {
  expect(await verified(inHeader(one))).toBe(KEY.accessKeyId);
  expect(await verified(inQuery(one))).toBe(KEY.accessKeyId);
});

const [vanilla] = cases as [Case];
const good = inHeader(vanilla);
const changed = (from: RegExp, to: string): Sent => ({
  ...good,
  authorization: good.authorization?.replace(from, to) ?? '',
});
const without = (name: string): Sent => ({
  ...good,
  headers: good.headers?.filter(([key]) => key !== name) ?? [],
});
const query = inQuery(vanilla);

test.each<[rule: string, sent: Sent]>([
  ['another path', { ...good, path: '/x' }],
  ['another verb', { ...good, method: 'POST' }],
  ['a body', { ...good, body: 'x' }],
  ['a query', { ...good, query: 'a=1' }],
  [
    'another region set',
    { ...good, headers: [HOST, ['X-Amz-Date', '20150830T123600Z'], ['X-Amz-Region-Set', '*']] },
  ],
  ['no region set', without('X-Amz-Region-Set')],
  ['a region set that is not signed', changed(/;x-amz-region-set/, '')],
  ['a region in its scope', changed(/20150830\//, '20150830/us-east-1/')],
  ['another day', changed(/20150830\//, '20150831/')],
  ['another service', changed(/\/service/, '/s3')],
  ['no signature', changed(/Signature=.*/, 'Signature=')],
  ['a signature of zeros', changed(/Signature=.*/, 'Signature=3006020100020100')],
  ['what is no DER', changed(/Signature=.*/, 'Signature=00')],
  ['what is no hex', changed(/Signature=../, 'Signature=zz')],
  ['another request’s signature', changed(/Signature=.*/, `Signature=${cases[1]?.signature}`)],
  ['the word of Version 4 before it', changed(/^AWS4-ECDSA-P256-SHA256/, 'AWS4-HMAC-SHA256')],
  ['presigned, a longer time', { ...query, query: query.query?.replace('=3600', '=3601') ?? '' }],
  [
    'presigned, no region set',
    { ...query, query: query.query?.replace('&X-Amz-Region-Set=us-east-1', '') ?? '' },
  ],
])('refused: %s', async (_rule, sent) => {
  await expect(verified(sent)).rejects.toMatchObject({ responseType: 'INVALID_SIGNATURE' });
});

test('refused: another secret', async () => {
  await expect(verified(good, { ...KEY, secretAccessKey: 'another' })).rejects.toThrow('does not match');
});

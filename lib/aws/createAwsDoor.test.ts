import { describe, expect, test } from 'vitest';
import { doorOfAda, FORM, invocation, whoAmI } from './testing/doorOfAda';
import { plainCall, type Sent } from './testing/signedCall';

const bench = doorOfAda();

test('whatever comes, nobody unsigned gets in and no bad input is a 500', async () => {
  const door = bench.make();
  const types = [
    '',
    'application/json',
    'application/x-amz-json-1.1',
    FORM['content-type'],
    'a/b; charset=x',
  ];
  const paths = ['/', '//', '/%', '/%00', '/2015-03-31/functions/%ff/invocations', '/restapis', '/../../etc'];
  const bodies = ['', '{}', 'Action=GetCallerIdentity', '\u0000'];
  const authorizations = [
    '',
    'AWS4-HMAC-SHA256 Credential=a/b/c/sts/aws4_request, SignedHeaders=host, Signature=0',
    'AWS4-HMAC-SHA256 Credential=////',
    'x',
  ];
  const seen = new Set<number>();
  for (const method of ['GET', 'POST', 'DELETE', 'PATCH'])
    for (const path of paths)
      for (const type of types)
        for (const body of bodies)
          for (const authorization of authorizations) {
            const headers = {
              ...(type && { 'content-type': type }),
              ...(authorization && { authorization }),
            };
            const request = plainCall({ method, path, headers, ...(method !== 'GET' && { body }) });
            seen.add((await bench.send(request, door)).status);
          }
  expect([...seen].sort()).toEqual([400, 403, 404]);
  expect(bench.errors).toEqual([]);
});

describe('GATEHOUSE_AWS_AUTH=off', () => {
  const open = (sent: Sent) => bench.send(plainCall(sent), bench.make({ open: true }));

  test('a call needs no signature, no key and no policy: it is the account’s own', async () => {
    expect((await open(whoAmI)).body).toContain('<Arn>arn:aws:iam::000000000000:root</Arn>');
    expect((await open(invocation())).status).toBe(200);
    const anyKey = { accessKeyId: 'test', secretAccessKey: 'test' };
    expect(
      (await bench.send(bench.signed('lambda', invocation(), anyKey), bench.make({ open: true }))).status,
    ).toBe(200);
  });

  test.each<[rule: string, headers: Record<string, string>, status: number]>([
    ['a page of elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['a name that leads here', { host: 'evil.example:4566' }, 403],
    ['a name that begins like ours', { host: 'localhost.evil.example' }, 403],
    ['a page of this machine', { origin: 'http://localhost:5173' }, 200],
    ['an API’s name', { host: 'abc.execute-api.localhost:4566' }, 200],
    ['an address', { host: '127.0.0.1:4566' }, 200],
  ])('%s: %d', async (_rule, headers, status) => {
    expect((await open(invocation({ headers }))).status).toBe(status);
  });
});

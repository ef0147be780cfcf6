import { describe, expect, test } from 'vitest';
import { ADA, administrator, doorOfAda, FORM, NOW, whoAmI } from '../testing/doorOfAda';
import { plainCall } from '../testing/signedCall';

const bench = doorOfAda();
const changed = (request: Request, part: { body: string }) => new Request(request, part);

describe('STS', () => {
  test('GetCallerIdentity says who signed, with no policy at all; the key’s use is noted', async () => {
    const { status, headers, body } = await bench.send(bench.signed('sts', whoAmI));
    const [user] = await bench.kit.control.identity.users(administrator);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/xml']);
    expect(body.replace(/[0-9a-f-]{36}/, 'ID')).toBe(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${ADA}</Arn><UserId>${user?.userId}</UserId><Account>000000000000</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    );
    expect(user?.accessKeys[0]?.lastUsedAt).toBe(NOW);
  });

  test('the same by GET', async () => {
    const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
    expect((await bench.send(bench.signed('sts', { method: 'GET', query }))).body).toContain(
      `<Arn>${ADA}</Arn>`,
    );
  });

  test.each<[rule: string, make: () => Request | Promise<Request>, status: number, code: string]>([
    ['no signature', () => plainCall(whoAmI), 403, 'MissingAuthenticationToken'],
    [
      'an unknown key',
      () => bench.signed('sts', whoAmI, { ...bench.key, accessKeyId: 'AKIAUNKNOWN' }),
      403,
      'InvalidClientTokenId',
    ],
    [
      'another secret',
      () => bench.signed('sts', whoAmI, { ...bench.key, secretAccessKey: 'x' }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a clock 5 min 1 s behind',
      () => bench.signed('sts', whoAmI, bench.key, NOW - 301_000),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a clock 5 min 1 s ahead',
      () => bench.signed('sts', whoAmI, bench.key, NOW + 301_000),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a bearer token',
      () => plainCall({ ...whoAmI, headers: { ...FORM, authorization: 'Bearer abc' } }),
      403,
      'IncompleteSignature',
    ],
    [
      'a body that was changed',
      async () => changed(await bench.signed('sts', whoAmI), { body: `${whoAmI.body}&a=b` }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'no action',
      () => bench.signed('sts', { headers: FORM, body: 'Version=2011-06-15' }),
      400,
      'MissingAction',
    ],
    [
      'an unknown action',
      () => bench.signed('sts', { headers: FORM, body: 'Action=AssumeRoot' }),
      400,
      'InvalidAction',
    ],
    [
      'an action of every object',
      () => bench.signed('sts', { headers: FORM, body: 'Action=constructor' }),
      400,
      'InvalidAction',
    ],
    [
      'another version',
      () => bench.signed('sts', { headers: FORM, body: 'Action=GetCallerIdentity&Version=1' }),
      400,
      'InvalidAction',
    ],
    [
      'JSON',
      () => bench.signed('sts', { headers: { 'content-type': 'application/json' }, body: '{}' }),
      400,
      'InvalidAction',
    ],
    ['a PUT', () => bench.signed('sts', { ...whoAmI, method: 'PUT' }), 400, 'InvalidAction'],
  ])('%s', async (_rule, make, status, code) => {
    const answer = await bench.send(make());
    expect([answer.status, /<Code>(.*)<\/Code>/.exec(answer.body)?.[1]]).toEqual([status, code]);
    expect(answer.body).toMatch(
      /^<ErrorResponse xmlns=.*<RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
    );
  });

  test.each([-300_000, 300_000])('a clock %d ms apart is taken', async (skew) => {
    expect((await bench.send(bench.signed('sts', whoAmI, bench.key, NOW + skew))).status).toBe(200);
  });

  test('a key that was turned off, and one of a user that is gone, are unknown keys', async () => {
    await bench.kit.control.identity.updateAccessKey(administrator, 'ada', bench.key.accessKeyId, 'Inactive');
    expect((await bench.send(bench.signed('sts', whoAmI))).body).toContain('InvalidClientTokenId');
    await bench.kit.control.identity.deleteUser(administrator, 'ada');
    expect((await bench.send(bench.signed('sts', whoAmI))).body).toContain('InvalidClientTokenId');
  });
});

import { describe, expect, test } from 'vitest';
import { administrator, doorOfAda } from '../testing/doorOfAda';
import { plainCall, type Sent } from '../testing/signedCall';

const bench = doorOfAda();

describe('cognito-idp', () => {
  const target = (operation: string, part: Sent = {}): Sent => ({
    body: '{}',
    ...part,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...part.headers,
    },
  });

  test('a person signs in without a signature, and is told to with the wrong password', async () => {
    const pool = await bench.kit.control.userPools.create(administrator, { name: 'Pets' });
    const { clientId } = await bench.kit.control.userPools.createClient(administrator, pool.id, {
      clientName: 'web',
    });
    const password = 'correct horse battery';
    const ada = { username: 'ada', email: 'ada@example.com', password, permanent: true };
    await bench.kit.control.userPools.createUser(administrator, pool.id, ada);
    const body = (PASSWORD: string) =>
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientId,
        AuthParameters: { USERNAME: 'ada', PASSWORD },
      });
    const good = await bench.send(plainCall(target('InitiateAuth', { body: body(password) })));
    expect([good.status, good.headers.get('content-type')]).toEqual([200, 'application/x-amz-json-1.1']);
    expect(JSON.parse(good.body)).toMatchObject({ AuthenticationResult: { TokenType: 'Bearer' } });
    const bad = await bench.send(plainCall(target('InitiateAuth', { body: body('another one entirely') })));
    expect([bad.status, JSON.parse(bad.body)]).toEqual([
      400,
      { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' },
    ]);
    expect(bad.headers.get('x-amzn-errortype')).toBe('NotAuthorizedException');
  });

  test.each<[rule: string, sent: Sent, status: number, type: string]>([
    ['an unknown operation', target('CreateUserPoolDomain'), 404, 'UnknownOperationException'],
    ['an operation of every object', target('toString'), 404, 'UnknownOperationException'],
    ['no operation', target(''), 400, 'UnknownOperationException'],
    [
      'another service',
      target('', { headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' } }),
      404,
      'UnknownOperationException',
    ],
    [
      'another content type',
      target('SignUp', { headers: { 'content-type': 'text/plain' } }),
      404,
      'UnknownOperationException',
    ],
    ['what is not JSON', target('SignUp', { body: '{' }), 400, 'SerializationException'],
    ['nothing', target('SignUp', { body: '' }), 400, 'SerializationException'],
    ['a list', target('SignUp', { body: '[]' }), 400, 'SerializationException'],
    ['null', target('SignUp', { body: 'null' }), 400, 'SerializationException'],
    ['a million brackets', target('SignUp', { body: '['.repeat(1_000_000) }), 400, 'SerializationException'],
    ['no members', target('SignUp'), 400, 'InvalidParameterException'],
    [
      'members of another type',
      target('SignUp', { body: '{"ClientId":7,"Username":[],"Password":{}}' }),
      400,
      'InvalidParameterException',
    ],
    [
      'a prototype',
      target('InitiateAuth', { body: '{"__proto__":{"ClientId":"x"}}' }),
      400,
      'InvalidParameterException',
    ],
  ])('%s: %d', async (_rule, sent, status, type) => {
    const answer = await bench.send(plainCall(sent));
    expect([answer.status, JSON.parse(answer.body).__type]).toEqual([status, type]);
  });
});

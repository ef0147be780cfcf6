import { expect, test } from 'vitest';
import { type UserPoolClientInput, userPoolClientInput } from '@/lib/model/userPool';
import { clientSamples } from './clientSamples';

const pool = { id: 'eu-west-1_abc', issuer: 'http://localhost:3000/userpools/eu-west-1_abc' };
const samplesOf = (input: Partial<UserPoolClientInput>) =>
  clientSamples({
    pool,
    client: {
      ...userPoolClientInput.parse({ clientName: 'Shop', ...input }),
      clientId: 'the-id',
      createdDate: 1,
    },
    awsEndpoint: 'http://localhost:4566',
  });
const codeOf = (title: string, input: Partial<UserPoolClientInput>) =>
  samplesOf(input).find((sample) => sample.title === title)?.code ?? '';

test.each<[Partial<UserPoolClientInput>, string[]]>([
  [{ allowedOAuthFlows: [], explicitAuthFlows: [] }, []],
  [{ allowedOAuthFlows: ['code'], explicitAuthFlows: [] }, ['Hosted sign-in page', 'Code for tokens']],
  [
    { allowedOAuthFlows: ['client_credentials'], explicitAuthFlows: ['REFRESH_TOKEN_AUTH'] },
    ['Token of the program itself'],
  ],
  [
    { allowedOAuthFlows: [], explicitAuthFlows: ['USER_PASSWORD_AUTH'] },
    ['AWS CLI', 'AWS SDK for JavaScript'],
  ],
])('only what the client is allowed is shown: %j', (input, titles) => {
  expect(samplesOf(input).map(({ title }) => title)).toEqual(titles);
});

test('the hosted page is asked for a code with PKCE, for the client’s own address and scopes', () => {
  const url = new URL(codeOf('Hosted sign-in page', { callbackUrls: ['http://localhost:5173/back?a=b'] }));
  expect(url.href).toContain(`${pool.issuer}/`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'the-id',
    redirect_uri: 'http://localhost:5173/back?a=b',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
  });
});

test('a client with a secret names itself by it, one without by its id in the form', () => {
  const withSecret = codeOf('Code for tokens', { generateSecret: true });
  expect(withSecret).toContain('--user the-id:CLIENT_SECRET');
  expect(withSecret).not.toContain("'client_id=");
  expect(codeOf('Code for tokens', {})).toContain("'client_id=the-id'");
  expect(codeOf('AWS CLI', { generateSecret: true })).toContain('SECRET_HASH');
  expect(codeOf('AWS CLI', {})).not.toContain('SECRET_HASH');
});

test('a machine asks for a scope of a resource server', () => {
  const code = codeOf('Token of the program itself', {
    generateSecret: true,
    allowedOAuthFlows: ['client_credentials'],
    allowedOAuthScopes: ['openid', 'orders/read'],
  });
  expect(code).toContain("'scope=orders/read'");
});

import { expect, test } from 'vitest';
import { authorizerInput } from '@/lib/model/authorizer';
import { type AuthorizerDraft, authorizerDraft, authorizerInputOf, providerField } from './authorizerDraft';

const uri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:guard/invocations';
const draft = (part: Partial<AuthorizerDraft>) => ({ ...authorizerDraft(), name: 'guard', ...part });

test.each<[rule: string, draft: AuthorizerDraft, input: object]>([
  [
    'TOKEN has one header and its pattern to the letter',
    draft({ authorizerUri: uri, identityValidationExpression: '^Bearer ' }),
    {
      name: 'guard',
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      identityValidationExpression: '^Bearer ',
      authorizerUri: uri,
      authorizerResultTtlInSeconds: 300,
    },
  ],
  [
    'REQUEST has its sources and no pattern',
    draft({
      type: 'REQUEST',
      authorizerUri: uri,
      identityValidationExpression: 'left over',
      sources: [
        { id: 0, location: 'querystring', name: 'key' },
        { id: 1, location: 'context', name: 'identity.sourceIp' },
      ],
      ttl: '60',
    }),
    {
      name: 'guard',
      type: 'REQUEST',
      identitySource: 'method.request.querystring.key, context.identity.sourceIp',
      authorizerUri: uri,
      authorizerResultTtlInSeconds: 60,
    },
  ],
  [
    'REQUEST without cache needs no source',
    draft({ type: 'REQUEST', authorizerUri: uri, sources: [], cached: false }),
    { name: 'guard', type: 'REQUEST', authorizerUri: uri, authorizerResultTtlInSeconds: 0 },
  ],
  [
    'Cognito has its pools and no function',
    draft({
      type: 'COGNITO_USER_POOLS',
      authorizerUri: uri,
      providers: [
        { id: 0, text: '' },
        { id: 1, text: ' https://id.example ' },
      ],
    }),
    {
      name: 'guard',
      type: 'COGNITO_USER_POOLS',
      identitySource: 'method.request.header.Authorization',
      providerARNs: ['https://id.example'],
    },
  ],
])('%s', (_, given, input) => {
  expect(authorizerInputOf(given)).toEqual(input);
  expect(authorizerInput.safeParse(input).success).toBe(true);
});

test('a stored authorizer comes back as it was', () => {
  const stored = {
    id: 'a1',
    name: 'guard',
    type: 'REQUEST' as const,
    identitySource: 'method.request.header.X-Key, stageVariables.tenant',
    authorizerUri: uri,
    authorizerCredentials: 'arn:aws:iam::000000000000:role/caller',
    authorizerResultTtlInSeconds: 0,
    providerARNs: [],
  };
  const { id: _id, providerARNs: _none, ...input } = stored;
  expect(authorizerInputOf(authorizerDraft(stored))).toEqual(input);
});

test.each(['', 'soon'])('a time to live of "%s" is refused by its field', (ttl) => {
  const read = authorizerInput.safeParse(authorizerInputOf(draft({ authorizerUri: uri, ttl })));
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['authorizerResultTtlInSeconds', 'Result caching is 0 to 3600 seconds'],
  ]);
});

test('an empty provider line is not counted', () => {
  const last = { id: 1, text: 'https://id.example' };
  expect(providerField(draft({ providers: [{ id: 0, text: '' }, last] }), last)).toBe('providerARNs.0');
});

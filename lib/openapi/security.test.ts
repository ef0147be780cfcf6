import { describe, expect, test } from 'vitest';
import type { Authorizer } from '@/lib/model/authorizer';
import { importOpenApi, isOpenApiError } from './index';
import { document, header, read, uri, withAuthorizer } from './testing';

const lambda = { name: 'own', identitySource: 'method.request.header.Authorization', providerARNs: [] };

describe('an authorizer', () => {
  test.each<[rule: string, scheme: object, expected: Omit<Authorizer, 'id'>]>([
    [
      'TOKEN reads the header of its scheme, results kept 300 s',
      withAuthorizer({ type: 'token', authorizerUri: uri('f') }, { ...header, name: 'X-Token' }),
      {
        ...lambda,
        type: 'TOKEN',
        identitySource: 'method.request.header.X-Token',
        authorizerUri: uri('f'),
        authorizerResultTtlInSeconds: 300,
      },
    ],
    [
      'TOKEN with everything',
      {
        ...withAuthorizer({
          type: 'TOKEN',
          authorizerUri: uri('f'),
          authorizerCredentials: 'arn:aws:iam::000000000000:role/a',
          identitySource: 'method.request.header.Authorization',
          identityValidationExpression: '^x-[a-z]+',
          authorizerResultTtlInSeconds: 0,
        }),
        'x-amazon-apigateway-authtype': 'oauth2',
      },
      {
        ...lambda,
        type: 'TOKEN',
        authType: 'oauth2',
        authorizerUri: uri('f'),
        authorizerCredentials: 'arn:aws:iam::000000000000:role/a',
        identityValidationExpression: '^x-[a-z]+',
        authorizerResultTtlInSeconds: 0,
      },
    ],
    [
      'REQUEST reads its identity sources; the header of its scheme is Unused',
      withAuthorizer(
        {
          type: 'request',
          authorizerUri: uri('f'),
          identitySource: 'method.request.header.A,method.request.querystring.b',
        },
        { ...header, name: 'Unused' },
      ),
      {
        ...lambda,
        type: 'REQUEST',
        identitySource: 'method.request.header.A,method.request.querystring.b',
        authorizerUri: uri('f'),
        authorizerResultTtlInSeconds: 300,
      },
    ],
    [
      'COGNITO_USER_POOLS names its pools and issuers',
      withAuthorizer({ type: 'cognito_user_pools', providerARNs: ['arn:p', 'https://issuer.example'] }),
      {
        ...lambda,
        type: 'COGNITO_USER_POOLS',
        providerARNs: ['arn:p', 'https://issuer.example'],
        authorizerResultTtlInSeconds: 300,
      },
    ],
  ])('%s', (_rule, scheme, expected) => {
    const { authorizers, access, warnings } = read(document(scheme));
    expect(authorizers).toEqual([expected]);
    const type = expected.type === 'COGNITO_USER_POOLS' ? expected.type : 'CUSTOM';
    expect(access).toEqual([type, 'own', undefined, false]);
    expect(warnings).toEqual([]);
  });

  test('that no operation uses is kept', () => {
    const text = document(withAuthorizer({ type: 'token', authorizerUri: uri('f') }), []);
    expect(read(text)).toMatchObject({ authorizers: [{ name: 'own' }], warnings: [] });
  });

  test('stands behind a reference as anywhere', () => {
    const text = document({ $ref: '#/components/securitySchemes/real' }).replace(
      '"own": {',
      `"real": ${JSON.stringify(withAuthorizer({ type: 'token', authorizerUri: uri('f') }))}, "own": {`,
    );
    expect(read(text).access).toEqual(['CUSTOM', 'own', undefined, false]);
  });

  test('takes scopes of a user pool; others are told of', () => {
    const pool = withAuthorizer({ type: 'cognito_user_pools', providerARNs: ['arn:p'] });
    const scopes = [{ own: ['pets/read', 'pets/write'] }];
    expect(read(document(pool, scopes)).access[2]).toEqual(['pets/read', 'pets/write']);
    const token = withAuthorizer({ type: 'token', authorizerUri: uri('f') });
    expect(read(document(token, scopes)).warnings).toEqual([
      '/paths/~1a/get/security/0/own/0 Scopes are checked with user pools only: this one is not kept.',
      '/paths/~1a/get/security/0/own/1 Scopes are checked with user pools only: this one is not kept.',
    ]);
  });

  test('is given a name that authorizers may have', () => {
    const text = document(withAuthorizer({ type: 'token', authorizerUri: uri('f') })).replaceAll(
      '"own"',
      '"my.own"',
    );
    const { authorizers, access, warnings } = read(text);
    expect([authorizers?.[0]?.name, access[1]]).toEqual(['my_own', 'my_own']);
    expect(warnings).toEqual([expect.stringMatching(/my\.own The authorizer is named my_own/)]);
  });

  test.each<[rule: string, scheme: object, pointer: RegExp, message: RegExp]>([
    ['without a function', withAuthorizer({ type: 'token' }), /authorizer$/, /Choose a function/],
    [
      'with a URI that is no function’s',
      withAuthorizer({ type: 'token', authorizerUri: 'https://a.example' }),
      /authorizerUri$/,
      /^Invalid Authorizer URI: https:\/\/a\.example\. Authorizer URI should be/,
    ],
    ['without a type', withAuthorizer({}), /authorizer$/, /"type" must be one of token, request/],
    [
      'of a type that is none',
      withAuthorizer({ type: 'x' }),
      /type$/,
      /"type" must be one of token, request/,
    ],
    [
      'that reads the query as a token',
      withAuthorizer({ type: 'token', authorizerUri: uri('f') }, { ...header, in: 'query' }),
      /own\/in$/,
      /"in" must be header/,
    ],
    [
      'without the header’s name',
      withAuthorizer({ type: 'token', authorizerUri: uri('f') }, { type: 'apiKey', in: 'header' }),
      /own$/,
      /"name" of the header/,
    ],
    [
      'that caches by nothing',
      withAuthorizer({ type: 'request', authorizerUri: uri('f') }),
      /authorizer$/,
      /Caching needs at least one identity source/,
    ],
    [
      'with a path as identity source',
      withAuthorizer({ type: 'request', authorizerUri: uri('f'), identitySource: 'method.request.path.a' }),
      /identitySource$/,
      /^Use method\.request\.header\.X/,
    ],
    [
      'that caches too long',
      withAuthorizer({ type: 'token', authorizerUri: uri('f'), authorizerResultTtlInSeconds: 3601 }),
      /TtlInSeconds$/,
      /0 to 3600 seconds/,
    ],
    ['of no pool', withAuthorizer({ type: 'cognito_user_pools' }), /authorizer$/, /Name a user pool/],
  ])('%s is refused at its place', (_rule, scheme, pointer, message) => {
    const error = refusalOf(document(scheme));
    expect(error.pointer).toMatch(pointer);
    expect(error.message).toMatch(message);
  });
});

function refusalOf(text: string) {
  try {
    importOpenApi(text);
  } catch (error) {
    if (isOpenApiError(error)) return error;
    throw error;
  }
  throw new Error('The document was not refused');
}

test.each<[rule: string, scheme: object, told: RegExp]>([
  [
    'JWT, which only HTTP APIs have',
    withAuthorizer(
      { type: 'jwt', jwtConfiguration: { issuer: 'https://i.example', audience: ['a'] } },
      { type: 'oauth2' },
    ),
    /own Only HTTP APIs have JWT authorizers/,
  ],
  [
    'a type without the authorizer itself',
    { ...header, 'x-amazon-apigateway-authtype': 'oauth2' },
    /own This scheme has no x-amazon-apigateway-authorizer: calls of methods that use it are refused/,
  ],
])('%s is told of, and the method stays closed', (_rule, scheme, told) => {
  const { authorizers, access, warnings } = read(document(scheme));
  expect(authorizers).toBeUndefined();
  expect(access).toEqual(['CUSTOM', undefined, undefined, false]);
  expect(warnings).toEqual([expect.stringMatching(told)]);
});

test.each<[rule: string, scheme: object, told: string]>([
  [
    'another identity source of a TOKEN',
    withAuthorizer({ type: 'token', authorizerUri: uri('f'), identitySource: 'method.request.header.B' }),
    'x-amazon-apigateway-authorizer/identitySource "identitySource" is not honoured.',
  ],
  [
    'a name beside identity sources',
    withAuthorizer(
      { type: 'request', authorizerUri: uri('f'), identitySource: 'method.request.querystring.b' },
      header,
    ),
    'name "name" is not honoured.',
  ],
  [
    'simple answers',
    withAuthorizer({ type: 'token', authorizerUri: uri('f'), enableSimpleResponses: true }),
    'x-amazon-apigateway-authorizer/enableSimpleResponses Only authorizers of HTTP APIs give simple answers: this one answers a policy.',
  ],
  [
    'a scheme of another type',
    withAuthorizer({ type: 'token', authorizerUri: uri('f') }, { type: 'http' }),
    'type Authorizers stand on schemes of type apiKey: this one reads the header Authorization.',
  ],
])('%s: what has no effect is told of', (_rule, scheme, told) => {
  expect(read(document(scheme)).warnings).toEqual([`/components/securitySchemes/own/${told}`]);
});

test('of two authorizers the first is asked, and the second is told of', () => {
  const token = (name: string) => withAuthorizer({ type: 'token', authorizerUri: uri(name) });
  const security = [{ own: [] }, { other: [] }, { own: [] }];
  const text = document(token('f'), security).replace(
    '"own": {',
    `"other": ${JSON.stringify(token('g'))}, "own": {`,
  );
  const { access, warnings } = read(text);
  expect(access[1]).toBe('own');
  expect(warnings).toEqual([
    '/paths/~1a/get/security/1/other A method has one authorizer: this one is not asked.',
  ]);
});

test('api_key means the key also where nothing says so, as in examples of AWS', () => {
  const { access, warnings } = read(document(header, [{ api_key: [] }]));
  expect(access).toEqual(['NONE', undefined, undefined, true]);
  expect(warnings).toEqual([
    '/paths/~1a/get/security/0/api_key The security scheme "api_key" is not defined: it is taken for a key in x-api-key.',
    '/components/securitySchemes/own Nothing in the document uses this, so it is not kept.',
  ]);
});

describe('security of the whole document', () => {
  const key = { type: 'apiKey', name: 'x-api-key', in: 'header' };
  const pool = withAuthorizer({ type: 'cognito_user_pools', providerARNs: ['arn:p'] });
  const whole = (scheme: object, scopes: string[], own?: unknown) =>
    document(scheme, own ?? null, { security: [{ own: scopes }] }).replace(/"security": null,/, '');

  test.each<[rule: string, text: string, access: unknown[], warnings: string[]]>([
    [
      'is asked of operations that name none, with its scopes, as recorded',
      whole(pool, ['email']),
      ['COGNITO_USER_POOLS', 'own', ['email'], false],
      [],
    ],
    ['may be the key', whole(key, []), ['NONE', undefined, undefined, true], []],
    [
      'is not asked of operations that name their own',
      whole(pool, ['email'], [{ own: [] }]),
      ['COGNITO_USER_POOLS', 'own', undefined, false],
      ['/security Every operation names security of its own: that of the whole document is not asked.'],
    ],
    [
      'is not asked of operations that name an empty one',
      whole(pool, [], []),
      ['NONE', undefined, undefined, false],
      ['/security Every operation names security of its own: that of the whole document is not asked.'],
    ],
    [
      'that is not defined is told of, once',
      whole(pool, []).replace(/"own": \[\]/, '"nobodys": []'),
      ['NONE', undefined, undefined, false],
      [
        '/security/0/nobodys The security scheme "nobodys" is not defined: operations that name none of their own are not held to it.',
      ],
    ],
  ])('%s', (_rule, text, access, warnings) => {
    expect(read(text)).toMatchObject({ access, warnings });
  });
});

test('AWS variables stand for the account, partition and region that import the document', () => {
  const filled = (text: string) =>
    text.replaceAll('us-east-1', '${AWS::Region}').replaceAll('000000000000', '${AWS::AccountId}');
  const text = filled(
    document(
      withAuthorizer({
        type: 'token',
        authorizerUri: uri('f'),
        authorizerCredentials: 'arn:${AWS::Partition}:iam::000000000000:role/a',
      }),
      [{ own: [] }],
      { 'x-amazon-apigateway-policy': { Resource: 'arn:aws:execute-api:us-east-1:000000000000:*' } },
    ).replace('"type": "mock"', `"type": "aws_proxy", "httpMethod": "POST", "uri": "${uri('g')}"`),
  );
  const variables = { AccountId: '111111111111', Region: 'eu-west-1', Partition: 'aws' };
  const { definition, warnings, places } = importOpenApi(text, { variables });
  expect(warnings).toEqual([]);
  const here = (arn: string) =>
    arn.replaceAll('us-east-1', 'eu-west-1').replaceAll('000000000000', '111111111111');
  expect(definition.authorizers).toMatchObject([
    { authorizerUri: here(uri('f')), authorizerCredentials: 'arn:aws:iam::111111111111:role/a' },
  ]);
  expect(definition.resources[1]?.resourceMethods.GET?.methodIntegration?.uri).toBe(here(uri('g')));
  expect(JSON.parse(definition.policy ?? '')).toEqual({
    Resource: 'arn:aws:execute-api:eu-west-1:111111111111:*',
  });
  expect([...places.keys()]).toEqual([
    'Authorizer own',
    `function ${here(uri('f'))}`,
    `function ${here(uri('g'))}`,
    'GET /a',
    'policy',
  ]);
});

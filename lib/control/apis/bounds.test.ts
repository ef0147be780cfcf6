import { beforeEach, describe, expect, test } from 'vitest';
import type { ApiInput } from '@/lib/model/v2/api';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import type { StageInput } from '@/lib/model/v2/stage';
import { databases, editor, refusal, testControl } from '../testControl';
import { functionArn, jwt, request } from './testing';

/* Bounds and defaults of reference/http-apis.md: of each the last value that is taken and the first that is not. */
const url = 'https://backend.example';
const role = 'arn:aws:iam::000000000000:role/gateway';

const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `a${at}`);

describe.each(databases.slice(0, 1))('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  let apiId: string;
  beforeEach(async () => {
    ({ apiId } = await group().create(editor, { name: 'Pets', protocolType: 'HTTP' }));
  });
  const bounds = async <Part>(make: (part: Part) => Promise<unknown>, fits: Part, exceeds: Part) => {
    await make(fits);
    expect(await refusal(kit, () => make(exceeds))).toMatchObject({ code: 'BadRequestException' });
  };

  test.each<[rule: string, fits: Partial<ApiInput>, exceeds: Partial<ApiInput>]>([
    ['name, 128', { name: 'n'.repeat(128) }, { name: 'n'.repeat(129) }],
    ['maxAge, -1', { corsConfiguration: { maxAge: -1 } }, { corsConfiguration: { maxAge: -2 } }],
    ['maxAge, 86400', { corsConfiguration: { maxAge: 86_400 } }, { corsConfiguration: { maxAge: 86_401 } }],
    ['ipAddressType', { ipAddressType: 'dualstack' }, { ipAddressType: 'ipv6' as 'ipv4' }],
    [
      'origins of a scheme',
      { corsConfiguration: { allowOrigins: ['http://*', 'https://*', '*'] } },
      { corsConfiguration: { allowOrigins: ['https://*.example.com'] } },
    ],
  ])('an Api: %s', async (_rule, fits, exceeds) => {
    const make = (part: Partial<ApiInput>) =>
      group().create(editor, { name: 'A', protocolType: 'HTTP', ...part });
    await bounds(make, fits, exceeds);
  });

  const proxy: IntegrationInput = {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'GET',
    integrationUri: url,
  };
  const purge: IntegrationInput = {
    integrationType: 'AWS_PROXY',
    integrationSubtype: 'SQS-PurgeQueue',
    credentialsArn: role,
  };
  test.each<[rule: string, fits: Partial<IntegrationInput>, exceeds: Partial<IntegrationInput>]>([
    ['50 ms', { timeoutInMillis: 50 }, { timeoutInMillis: 49 }],
    ['30 s', { timeoutInMillis: 30_000 }, { timeoutInMillis: 30_001 }],
    [
      'status code 200',
      { responseParameters: { 200: { 'append:header.a': 'b' } } },
      { responseParameters: { 199: { 'append:header.a': 'b' } } },
    ],
    [
      'status code 599',
      { responseParameters: { 599: { 'append:header.a': 'b' } } },
      { responseParameters: { 600: { 'append:header.a': 'b' } } },
    ],
    [
      'a header that may be mapped',
      { requestParameters: { 'overwrite:header.Host': 'a' } },
      { requestParameters: { 'overwrite:header.Via': 'a' } },
    ],
    [
      'a path into a body',
      { requestParameters: { 'append:header.a': '$request.body.a.b[0]' } },
      { requestParameters: { 'append:header.a': '$request.body..b' } },
    ],
    [
      'no filter',
      { requestParameters: { 'append:header.a': '$request.querystring.a' } },
      { requestParameters: { 'append:header.a': '$request.body.a[?(@.b)]' } },
    ],
    [
      'a text with braces',
      { requestParameters: { 'append:header.a': '${request.path.a} ${request.path.b}' } },
      { requestParameters: { 'append:header.a': '${request.path.a} ${request.nothing.b}' } },
    ],
    [
      'the answer is a response’s',
      { responseParameters: { 200: { 'append:header.a': '$response.body.a' } } },
      { requestParameters: { 'append:header.a': '$response.body.a' } },
    ],
    [
      'a value of a service’s action',
      { ...purge, requestParameters: { QueueUrl: '$request.body.queue' } },
      { ...purge, requestParameters: { QueueUrl: '$response.body.queue' } },
    ],
  ])('an integration: %s', async (_rule, fits, exceeds) => {
    const make = (part: Partial<IntegrationInput>) =>
      group().integrations.create(editor, apiId, { ...(part.integrationSubtype ? purge : proxy), ...part });
    await bounds(make, fits, exceeds);
  });

  const audience = (count: number) => ({
    jwtConfiguration: { issuer: 'https://issuer.example', audience: many(count) },
  });
  test.each<[rule: string, fits: AuthorizerInput, exceeds: AuthorizerInput]>([
    ['50 audiences', { ...jwt, ...audience(50) }, { ...jwt, ...audience(51) }],
    [
      'one identity source of JWT, in the query too',
      { ...jwt, identitySource: ['$request.querystring.token'] },
      { ...jwt, identitySource: ['$request.header.a', '$request.header.b'] },
    ],
    [
      '3,600 s',
      { ...request, authorizerResultTtlInSeconds: 3_600 },
      { ...request, authorizerResultTtlInSeconds: 3_601 },
    ],
    [
      '0 s',
      { ...request, authorizerResultTtlInSeconds: 0 },
      { ...request, authorizerResultTtlInSeconds: -1 },
    ],
    [
      'identity sources of every kind',
      {
        ...request,
        identitySource: [
          ...['$request.header.a', '$request.querystring.a', '$context.routeKey'],
          '$stageVariables.a',
        ],
      },
      { ...request, identitySource: ['$request.body.a'] },
    ],
    [
      'simple answers are of 2.0',
      { ...request, enableSimpleResponses: true },
      { ...request, enableSimpleResponses: true, authorizerPayloadFormatVersion: '1.0' },
    ],
  ])('an authorizer: %s', async (_rule, fits, exceeds) => {
    const make = (input: AuthorizerInput) =>
      group().authorizers.create(editor, apiId, { ...input, name: input === fits ? 'fits' : 'exceeds' });
    await bounds(make, fits, exceeds);
  });

  test('10 scopes a route', async () => {
    const { authorizerId } = await group().authorizers.create(editor, apiId, jwt);
    const make = (authorizationScopes: string[]) =>
      group().routes.create(editor, apiId, {
        routeKey: `GET /${authorizationScopes.length}`,
        ...{ authorizationType: 'JWT', authorizerId, authorizationScopes },
      });
    await bounds(make, many(10), many(11));
  });

  const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:x';
  const log = (format: string) => ({ accessLogSettings: { destinationArn, format } });
  const pad = (length: number) => '$context.requestId'.padEnd(length, 'x');
  test.each<[rule: string, fits: Partial<StageInput>, exceeds: Partial<StageInput>]>([
    ['a name of 128 letters', { stageName: 's'.repeat(128) }, { stageName: 's'.repeat(129) }],
    ['letters, digits, - and _', { stageName: 'a-Z_9' }, { stageName: 'a.b' }],
    ['$default, and no other with $', { stageName: '$default' }, { stageName: '$other' }],
    ['a log format of 3 KB', { stageName: 'a', ...log(pad(3_072)) }, { stageName: 'b', ...log(pad(3_073)) }],
    [
      'a log of CloudWatch alone',
      { stageName: 'a', ...log(pad(20)) },
      {
        stageName: 'b',
        accessLogSettings: { destinationArn: 'arn:aws:s3:::bucket', format: '$context.requestId' },
      },
    ],
  ])('a stage: %s', async (_rule, fits, exceeds) => {
    const make = (part: Partial<StageInput>) =>
      group().stages.create(editor, apiId, { stageName: 'prod', ...part });
    await bounds(make, fits, exceeds);
  });

  test('10 stages an Api', async () => {
    for (const stageName of many(10)) await group().stages.create(editor, apiId, { stageName });
    const more = () => group().stages.create(editor, apiId, { stageName: 'more' });
    expect(await refusal(kit, more)).toMatchObject({ code: 'TooManyRequestsException' });
  });

  test('quick create: a route key and a role of its own', async () => {
    const members = { target: functionArn, routeKey: 'GET /pets', credentialsArn: role };
    const made = await group().create(editor, { name: 'Quick', protocolType: 'HTTP', ...members });
    expect(await group().routes.list(editor, made.apiId)).toMatchObject([
      { apiGatewayManaged: true, routeKey: 'GET /pets' },
    ]);
    expect(await group().integrations.list(editor, made.apiId)).toMatchObject([
      {
        ...{ apiGatewayManaged: true, integrationType: 'AWS_PROXY', integrationUri: functionArn },
        ...{ credentialsArn: role, payloadFormatVersion: '2.0' },
      },
    ]);
  });
});

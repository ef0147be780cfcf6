import { beforeEach, describe, expect, test } from 'vitest';
import type { ApiInput, Cors } from '@/lib/model/v2/api';
import type { RouteInput } from '@/lib/model/v2/route';
import { databases, editor, refusal, testControl } from '../testControl';

const url = 'https://backend.example';

describe.each(databases.slice(0, 1))('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  const ids = { HTTP: '', WEBSOCKET: '' };
  beforeEach(async () => {
    ids.HTTP = (await group().create(editor, { name: 'Http', protocolType: 'HTTP' })).apiId;
    const members = { name: 'Socket', routeSelectionExpression: '$request.body.action' };
    ids.WEBSOCKET = (await group().create(editor, { ...members, protocolType: 'WEBSOCKET' })).apiId;
  });

  describe('an Api', () => {
    test.each<[string, Partial<ApiInput>, string]>([
      [
        'a WebSocket API says how routes are chosen',
        { protocolType: 'WEBSOCKET' },
        'RouteSelectionExpression is a required parameter for WEBSOCKET protocol',
      ],
      [
        'an HTTP API’s is fixed',
        { routeSelectionExpression: '$request.body.a' },
        'RouteSelectionExpression for HTTP APIs must be ${request.method} ${request.path}',
      ],
      [
        'CORS is of HTTP APIs',
        { protocolType: 'WEBSOCKET', routeSelectionExpression: 'a', corsConfiguration: { maxAge: 1 } },
        'corsConfiguration is not currently supported for WEBSOCKET protocol.',
      ],
      [
        'so is quick create',
        { protocolType: 'WEBSOCKET', routeSelectionExpression: 'a', target: url },
        'Quick create is not currently supported for WEBSOCKET protocol.',
      ],
      [
        'models are of WebSocket APIs',
        { disableSchemaValidation: true },
        'disableSchemaValidation is not currently supported for HTTP protocol.',
      ],
      [
        'keys come from two places',
        {
          protocolType: 'WEBSOCKET',
          routeSelectionExpression: 'a',
          apiKeySelectionExpression: '$request.body.key',
        },
        'Invalid API key selection expression. Valid values are $request.header.x-api-key, $context.authorizer.usageIdentifierKey',
      ],
      ['quick create needs a target', { routeKey: 'GET /' }, 'Quick create needs a target'],
    ])('%s', async (_, change, message) => {
      const create = () => group().create(editor, { name: 'A', protocolType: 'HTTP', ...change });
      expect(await refusal(kit, create)).toMatchObject({ code: 'BadRequestException', message });
    });

    test.each<[Cors, RegExp]>([
      [{ allowOrigins: ['*'], allowCredentials: true }, /^Credentials are not allowed/],
      [{ allowOrigins: ['example.com'] }, /^Invalid origin: example.com/],
      [{ allowMethods: ['get'] }, /^Invalid HTTP method: get/],
      [{ allowHeaders: ['a b'] }, /^Invalid header name: a b/],
      [{ maxAge: 86_401 }, /86400/],
    ])('the CORS configuration %o is refused', async (corsConfiguration, message) => {
      const update = () => group().update(editor, ids.HTTP, { corsConfiguration });
      expect(await refusal(kit, update)).toMatchObject({ message: expect.stringMatching(message) });
    });
  });

  describe('routes', () => {
    const create = (protocol: 'HTTP' | 'WEBSOCKET', input: RouteInput) =>
      group().routes.create(editor, ids[protocol], input);
    const format =
      'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"';

    test.each([
      'GET /',
      'ANY /{proxy+}',
      'POST /a/{b}/c/',
      '$default',
      'DELETE /a.b/~c/%20',
      'PATCH /{a}/{b+}',
    ])('%s is a route of an HTTP API', async (routeKey) => {
      expect(await create('HTTP', { routeKey })).toEqual({
        routeId: expect.stringMatching(/^[a-z0-9]{7}$/),
        routeKey,
        apiKeyRequired: false,
        authorizationType: 'NONE',
      });
    });
    test.each([
      'GET',
      'GET ',
      'get /a',
      'TRACE /a',
      'GET a',
      'GET /a//b',
      'GET /{a+}/b',
      'GET /{a}x',
      'GET /{a}/{a}',
      '$connect',
    ])('%s is none', async (routeKey) => {
      expect(await refusal(kit, () => create('HTTP', { routeKey }))).toMatchObject({ message: format });
    });
    test.each([
      '$connect',
      '$disconnect',
      '$default',
      'join',
      'chat/join',
    ])('%s is a route of a WebSocket API', async (routeKey) => {
      expect(await create('WEBSOCKET', { routeKey })).toMatchObject({ routeKey });
    });

    test.each<['HTTP' | 'WEBSOCKET', RouteInput, string]>([
      [
        'WEBSOCKET',
        { routeKey: '$own' },
        'Route keys that begin with $ are $connect, $disconnect and $default alone',
      ],
      [
        'WEBSOCKET',
        { routeKey: 'join', authorizationType: 'AWS_IAM' },
        'Currently, authorization is restricted to the $connect route only',
      ],
      [
        'WEBSOCKET',
        { routeKey: 'join', routeResponseSelectionExpression: '$other' },
        'Route response selection expression must be $default',
      ],
      [
        'WEBSOCKET',
        { routeKey: 'join', requestModels: { $default: 'Pet' } },
        'Invalid model identifier specified: Pet',
      ],
      [
        'HTTP',
        { routeKey: 'GET /', apiKeyRequired: true },
        'apiKeyRequired is not currently supported for HTTP protocol.',
      ],
      [
        'HTTP',
        { routeKey: 'GET /', target: 'integrations/nosuch' },
        'Invalid target specified: integrations/nosuch',
      ],
      [
        'HTTP',
        { routeKey: 'GET /', authorizationType: 'JWT' },
        'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or JWT requires a valid authorizer.',
      ],
    ])('%s %o is refused', async (protocol, input, message) => {
      expect(await refusal(kit, () => create(protocol, input))).toMatchObject({
        code: 'BadRequestException',
        message,
      });
    });

    test('WEBSOCKET takes apiKeyRequired on every route; it has a meaning at $connect', async () => {
      for (const routeKey of ['$connect', 'join', '$default', '$disconnect'])
        expect(await create('WEBSOCKET', { routeKey, apiKeyRequired: true })).toMatchObject({
          apiKeyRequired: true,
        });
    });

    test.each([
      'GET /pets/{id}',
      'GET /pets/{name}',
    ])('one key is one route: %s beside GET /pets/{id}', async (routeKey) => {
      await create('HTTP', { routeKey: 'GET /pets/{id}' });
      expect(await refusal(kit, () => create('HTTP', { routeKey }))).toMatchObject({
        code: 'ConflictException',
        message: `Route with key ${routeKey} already exists for this API`,
      });
    });
  });
});

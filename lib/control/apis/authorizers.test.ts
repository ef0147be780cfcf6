import { beforeEach, describe, expect, test } from 'vitest';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import { databases, editor, refusal, testControl } from '../testControl';
import { invocations, jwt, request } from './testing';

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

  describe('authorizers', () => {
    const create = (protocol: 'HTTP' | 'WEBSOCKET', input: AuthorizerInput) =>
      group().authorizers.create(editor, ids[protocol], input);

    test('what a function said is kept for five minutes where nothing else is said', async () => {
      expect(await create('HTTP', request)).toMatchObject({ authorizerResultTtlInSeconds: 300 });
      const open = { ...request, name: 'open', identitySource: [] };
      expect(await create('HTTP', open)).toMatchObject({ authorizerResultTtlInSeconds: 0 });
    });

    test.each<['HTTP' | 'WEBSOCKET', AuthorizerInput, string]>([
      [
        'HTTP',
        { ...jwt, identitySource: [] },
        'A JWT authorizer has one identity source, e.g. $request.header.Authorization',
      ],
      [
        'HTTP',
        { ...jwt, jwtConfiguration: { issuer: 'http://issuer.example', audience: ['a'] } },
        'Invalid issuer. Use an issuer such as https://issuer.example',
      ],
      [
        'HTTP',
        { ...jwt, jwtConfiguration: { issuer: 'https://issuer.example' } },
        'A JWT authorizer needs an audience',
      ],
      ['HTTP', { ...request, authorizerUri: url }, 'Invalid Authorizer URI'],
      [
        'HTTP',
        { ...request, identitySource: ['method.request.header.X'] },
        'Invalid identity source: method.request.header.X',
      ],
      [
        'HTTP',
        { name: 'a', authorizerType: 'REQUEST', authorizerUri: invocations },
        'AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer',
      ],
      [
        'HTTP',
        { ...request, authorizerPayloadFormatVersion: '1.0', enableSimpleResponses: true },
        'EnableSimpleResponses is supported for authorizer payload format version 2.0 only',
      ],
      [
        'HTTP',
        { ...request, identitySource: [], authorizerResultTtlInSeconds: 1 },
        'At least one identity source is needed to cache what the authorizer says',
      ],
      ['WEBSOCKET', { ...jwt }, 'JWT authorizers are not currently supported for WEBSOCKET protocol.'],
    ])('%s %o is refused', async (protocol, input, message) => {
      expect(await refusal(kit, () => create(protocol, input))).toMatchObject({
        message: expect.stringContaining(message),
      });
    });

    test('one that a route names stays; there is one of a name', async () => {
      const { authorizerId } = await create('HTTP', jwt);
      expect(await refusal(kit, () => create('HTTP', jwt))).toMatchObject({ code: 'ConflictException' });
      const route = { routeKey: 'GET /', authorizationType: 'JWT' as const, authorizerId };
      const { routeId } = await group().routes.create(editor, ids.HTTP, route);
      const drop = () => group().authorizers.delete(editor, ids.HTTP, authorizerId);
      expect(await refusal(kit, drop)).toMatchObject({ code: 'ConflictException' });
      const freed = await group().routes.update(editor, ids.HTTP, routeId, { authorizationType: 'NONE' });
      expect(freed).not.toHaveProperty('authorizerId');
      await drop();
    });

    test('there are ten at most', async () => {
      for (let at = 0; at < 10; at++) await create('HTTP', { ...jwt, name: `jwt${at}` });
      expect(await refusal(kit, () => create('HTTP', jwt))).toMatchObject({
        code: 'TooManyRequestsException',
        message:
          'Maximum number of Authorizers for this API has been reached. Please contact AWS if you need additional Authorizers.',
      });
    });
  });

  describe('what WebSocket APIs alone have', () => {
    const pet = { name: 'Pet', schema: '{"type":"object","properties":{"name":{"type":"string"}}}' };

    test('models, which routes name', async () => {
      const { modelId } = await group().models.create(editor, ids.WEBSOCKET, pet);
      expect(await group().models.template(editor, ids.WEBSOCKET, modelId)).toContain('name');
      await group().routes.create(editor, ids.WEBSOCKET, {
        routeKey: 'join',
        requestModels: { $default: 'Pet' },
      });
      const drop = () => group().models.delete(editor, ids.WEBSOCKET, modelId);
      expect(await refusal(kit, drop)).toMatchObject({
        code: 'ConflictException',
        message: "Cannot delete model 'Pet', is referenced in route: join",
      });
      const bad = () => group().models.update(editor, ids.WEBSOCKET, modelId, { schema: '{"type":7}' });
      expect(await refusal(kit, bad)).toMatchObject({
        message: expect.stringMatching(/^Invalid model schema/),
      });
      expect(await refusal(kit, () => group().models.create(editor, ids.HTTP, pet))).toMatchObject({
        message: 'Models are not currently supported for HTTP protocol.',
      });
    });

    test('route responses and integration responses, which go with theirs', async () => {
      const api = ids.WEBSOCKET;
      const { routeId } = await group().routes.create(editor, api, { routeKey: 'join' });
      await group().routeResponses.create(editor, api, routeId, { routeResponseKey: '$default' });
      const other = () => group().routeResponses.create(editor, api, routeId, { routeResponseKey: 'x' });
      expect(await refusal(kit, other)).toMatchObject({ message: 'Route response key must be $default' });
      const { integrationId } = await group().integrations.create(editor, api, { integrationType: 'MOCK' });
      const responses = group().integrationResponses;
      const made = await responses.create(editor, api, integrationId, {
        integrationResponseKey: '/2\\d\\d/',
      });
      expect(await responses.list(editor, api, integrationId)).toEqual([made]);
      const twice = () =>
        responses.create(editor, api, integrationId, { integrationResponseKey: '/2\\d\\d/' });
      expect(await refusal(kit, twice)).toMatchObject({ code: 'ConflictException' });
      await group().integrations.delete(editor, api, integrationId);
      await group().routes.delete(editor, api, routeId);
      expect(await refusal(kit, () => responses.list(editor, api, integrationId))).toMatchObject({
        code: 'NotFoundException',
        message: `Invalid Integration identifier specified ${integrationId}`,
      });
    });
  });
});

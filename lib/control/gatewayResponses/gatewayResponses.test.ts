import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import {
  type GatewayResponseInput,
  type GatewayResponseState,
  gatewayResponseTypes,
} from '@/lib/model/gatewayResponse';
import { editor, mockApi, refusal, testControl } from '../testControl';

const kit = testControl();
let restApiId = '';

beforeEach(async () => {
  restApiId = (await mockApi(kit)).id;
});

const put = (type: string, input: GatewayResponseInput) =>
  kit.control.gatewayResponses.put(editor, restApiId, type, input);
const state = async (type: string) =>
  (await kit.control.gatewayResponses.list(editor, restApiId)).find(
    ({ responseType }) => responseType === type,
  );

const template = { 'application/json': '{"message":$context.error.messageString}' };
const own = { 'application/json': '{"error":"$context.error.message"}' };
const header = { 'gatewayresponse.header.X-Type': "'a'" };

test('every type is listed by name with what it is built with; the defaults have no status', async () => {
  const all = await kit.control.gatewayResponses.list(editor, restApiId);
  expect(all.map(({ responseType }) => responseType)).toEqual([...gatewayResponseTypes]);
  expect(all).toContainEqual({
    responseType: 'THROTTLED',
    statusCode: '429',
    responseParameters: {},
    responseTemplates: template,
    defaultResponse: true,
  });
  expect(await state('DEFAULT_4XX')).not.toHaveProperty('statusCode');
  expect(await state('DEFAULT_5XX')).toMatchObject({ responseTemplates: template, defaultResponse: true });
});

test.each<[rule: string, type: string, input: GatewayResponseInput, shown: Partial<GatewayResponseState>]>([
  [
    'what is left out stays the type’s own',
    'THROTTLED',
    {},
    { statusCode: '429', responseTemplates: template },
  ],
  ['a status', 'THROTTLED', { statusCode: '503' }, { statusCode: '503', responseTemplates: template }],
  ['templates', 'UNAUTHORIZED', { responseTemplates: own }, { statusCode: '401', responseTemplates: own }],
  ['headers', 'WAF_FILTERED', { responseParameters: header }, { responseParameters: header }],
])('put keeps %s', async (_rule, type, input, shown) => {
  const answer = await put(type, input);
  expect(answer).toMatchObject({ responseType: type, defaultResponse: false, ...shown });
  expect(await state(type)).toEqual(answer);
});

describe('inheritance', () => {
  test('status, headers and templates go to all of the class that say nothing themselves', async () => {
    await put('THROTTLED', { statusCode: '430' });
    await put('DEFAULT_4XX', { statusCode: '418', responseParameters: header, responseTemplates: own });
    const inherited = {
      statusCode: '418',
      responseParameters: header,
      responseTemplates: own,
      defaultResponse: true,
      inheritedFrom: 'DEFAULT_4XX',
    };
    expect(await state('UNAUTHORIZED')).toEqual({ responseType: 'UNAUTHORIZED', ...inherited });
    expect(await state('THROTTLED')).toEqual({
      responseType: 'THROTTLED',
      statusCode: '430',
      responseParameters: {},
      responseTemplates: template,
      defaultResponse: false,
    });
    expect(await state('INTEGRATION_TIMEOUT')).toMatchObject({ statusCode: '504', responseParameters: {} });
  });

  test('a default without a status leaves each type its own', async () => {
    await put('DEFAULT_5XX', { responseTemplates: own });
    expect(await state('INTEGRATION_TIMEOUT')).toMatchObject({ statusCode: '504', responseTemplates: own });
    expect(await state('DEFAULT_5XX')).not.toHaveProperty('statusCode');
  });

  test('deleted, a type is what it inherits; deleted twice it is not found', async () => {
    await put('DEFAULT_4XX', { statusCode: '418' });
    await put('THROTTLED', { statusCode: '430' });
    const remove = () => kit.control.gatewayResponses.delete(editor, restApiId, 'THROTTLED');
    await remove();
    expect(await state('THROTTLED')).toMatchObject({ statusCode: '418', inheritedFrom: 'DEFAULT_4XX' });
    expect(await refusal(kit, remove)).toMatchObject({
      code: 'NotFoundException',
      message: 'Gateway response type not defined on api',
    });
  });
});

test.each<[string, string, GatewayResponseInput, string, RegExp]>([
  [
    'a type that is none',
    'NONE',
    {},
    'responseType',
    /^Use one of the gateway response types: ACCESS_DENIED, /,
  ],
  ['a type that nobody may change', 'FORBIDDEN', {}, 'responseType', /^Use one of/],
  ['a status below 200', 'THROTTLED', { statusCode: '199' }, 'statusCode', /200 to 599/],
  ['a status that is none', 'THROTTLED', { statusCode: '42' }, 'statusCode', /three digits/],
  [
    'a parameter that is no header',
    'THROTTLED',
    { responseParameters: { 'gatewayresponse.body': "'x'" } },
    'responseParameters.gatewayresponse.body',
    /use gatewayresponse\.header\.Name/,
  ],
  [
    'a value without quotes',
    'THROTTLED',
    { responseParameters: { 'gatewayresponse.header.X': '*' } },
    'responseParameters.gatewayresponse.header.X',
    /Invalid mapping expression specified: \*\]$/,
  ],
  [
    'a value of the backend’s answer',
    'THROTTLED',
    { responseParameters: { 'gatewayresponse.header.X': 'integration.response.header.X' } },
    'responseParameters.gatewayresponse.header.X',
    /Invalid mapping expression specified: integration/,
  ],
  [
    'a media type that is none',
    'THROTTLED',
    { responseTemplates: { json: '' } },
    'responseTemplates.json',
    /content type/,
  ],
])('%s is refused', async (_name, type, input, field, message) => {
  const refused = await refusal(kit, () => put(type, input));
  expect(refused).toMatchObject({ code: 'BadRequestException', fields: [field] });
  expect(refused.message).toMatch(message);
});

describe.each(databases)('CORS on all errors, on $name', ({ open }) => {
  const there = testControl(open);

  test('goes on the defaults and on what says its own, once, and to the engine', async () => {
    const { id } = await mockApi(there);
    const { put, enableCors } = there.control.gatewayResponses;
    const lower = { 'gatewayresponse.header.access-control-allow-origin': "'http://old.example'" };
    await put(editor, id, 'THROTTLED', { statusCode: '430', responseParameters: { ...header, ...lower } });
    const input = { allowOrigin: ' https://app.example', allowHeaders: 'Content-Type,X-Api-Key' };
    const cors = {
      'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example'",
      'gatewayresponse.header.Access-Control-Allow-Headers': "'Content-Type,X-Api-Key'",
    };
    await enableCors(editor, id, input);
    const all = new Map((await enableCors(editor, id, input)).map((one) => [one.responseType, one]));
    expect(all.get('THROTTLED')).toMatchObject({
      statusCode: '430',
      responseParameters: { ...header, ...cors },
    });
    expect(Object.keys(all.get('THROTTLED')?.responseParameters ?? {})).toHaveLength(3);
    expect(all.get('UNAUTHORIZED')).toMatchObject({ statusCode: '401', responseParameters: cors });
    expect(all.get('INTEGRATION_FAILURE')).toMatchObject({ statusCode: '504', responseParameters: cors });
    await there.control.deployments.create(editor, id, { stageName: 'dev' });
    const [deployed] = there.snapshots.at(-1)?.deployments ?? [];
    expect(() => checkDeployment(deployed)).not.toThrow();
    expect(deployed?.gatewayResponses).toEqual([
      { responseType: 'DEFAULT_4XX', responseParameters: cors, responseTemplates: {} },
      { responseType: 'DEFAULT_5XX', responseParameters: cors, responseTemplates: {} },
      {
        responseType: 'THROTTLED',
        statusCode: '430',
        responseParameters: { ...header, ...cors },
        responseTemplates: {},
      },
    ]);
  });
});

test.each([
  ['no origin', { allowOrigin: ' ', allowHeaders: '' }, 'allowOrigin'],
  ['a quote in a value', { allowOrigin: '*', allowHeaders: "a'b" }, 'allowHeaders'],
])('CORS with %s is refused', async (_name, input, field) => {
  const work = () => kit.control.gatewayResponses.enableCors(editor, restApiId, input);
  expect(await refusal(kit, work)).toMatchObject({ code: 'BadRequestException', fields: [field] });
});

test('a clone has the responses, an overwriting import takes those away that it does not name', async () => {
  await put('THROTTLED', { statusCode: '430', responseTemplates: own });
  const clone = await kit.control.restApis.clone(editor, restApiId, { name: 'Copy' });
  const all = await kit.control.gatewayResponses.list(editor, clone.id);
  expect(all).toContainEqual(expect.objectContaining({ statusCode: '430', responseTemplates: own }));
  const document = JSON.stringify({ openapi: '3.0.1', info: { title: 'T', version: '1' }, paths: {} });
  await kit.control.restApis.import(editor, { document, restApiId });
  expect(await state('THROTTLED')).toMatchObject({ defaultResponse: false });
  await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
  expect(await state('THROTTLED')).toMatchObject({ defaultResponse: true });
});

test('what is kept of a type is its own, or what it inherits, and nothing that is built in', async () => {
  const { gatewayResponses } = kit.control;
  const own = () => gatewayResponses.own(editor, restApiId, 'ACCESS_DENIED');
  const none = { responseParameters: {}, responseTemplates: {} };
  expect(await own()).toEqual(none);
  await gatewayResponses.put(editor, restApiId, 'DEFAULT_4XX', { statusCode: '418' });
  expect(await own()).toEqual({ statusCode: '418', ...none });
  await gatewayResponses.put(editor, restApiId, 'ACCESS_DENIED', { statusCode: '404' });
  expect(await own()).toEqual({ statusCode: '404', ...none });
  const unknown = () => gatewayResponses.own(editor, restApiId, 'NONE');
  expect((await refusal(kit, unknown)).code).toBe('NotFoundException');
});

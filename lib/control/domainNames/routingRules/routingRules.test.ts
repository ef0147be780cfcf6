import { beforeEach, describe, expect, test } from 'vitest';
import type { RoutingMode } from '@/lib/model/domainName';
import type { RoutingRuleInput } from '@/lib/model/v2/routingRule';
import { databases, editor, mockApi, refusal, testControl } from '../../testControl';
import { testActor } from '../../testing';

const name = 'api.example.com';
const header = (headerName: string, valueGlob = 'x') => ({
  matchHeaders: { anyOf: [{ header: headerName, valueGlob }] },
});
const path = (basePath: string) => ({ matchBasePaths: { anyOf: [basePath] } });

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let rest: string;
  beforeEach(async () => {
    ({ id: rest } = await mockApi(kit));
    await kit.control.deployments.create(editor, rest, { stageName: 'prod' });
    await kit.control.deployments.create(editor, rest, { stageName: 'dev' });
    await kit.control.domainNames.create(editor, { domainName: name, routingMode: 'ROUTING_RULE_ONLY' });
  });
  const group = () => kit.control.domainNames.routingRules;
  const inputOf = (members: Partial<RoutingRuleInput> = {}): RoutingRuleInput => ({
    priority: 10,
    conditions: [],
    actions: [{ invokeApi: { apiId: rest, stage: 'prod' } }],
    ...members,
  });
  const create = (members: Partial<RoutingRuleInput> = {}) => group().create(editor, name, inputOf(members));
  const setMode = (routingMode: RoutingMode) => kit.control.domainNames.update(editor, name, { routingMode });
  const published = () => kit.snapshots.at(-1)?.domainNames?.[0];
  const httpApi = async () => {
    const { apiId } = await kit.control.apis.create(editor, { name: 'Http', protocolType: 'HTTP' });
    await kit.control.apis.stages.create(editor, apiId, { stageName: '$default' });
    return apiId;
  };

  test('rules are live at once, by priority', async () => {
    const last = await create({ priority: 1_000_000 });
    const conditions = [header('Hello', 'World'), header('x-version', 'beta*'), path('shop/dogs')];
    const actions = [{ invokeApi: { apiId: rest, stage: 'dev', stripBasePath: true } }];
    const first = await create({ priority: 1, conditions, actions });
    expect(last).toEqual({
      routingRuleId: expect.stringMatching(/^[a-z0-9]{6}$/),
      priority: 1_000_000,
      conditions: [],
      actions: [{ invokeApi: { apiId: rest, stage: 'prod', stripBasePath: false } }],
    });
    expect(await group().list(editor, 'API.example.com')).toEqual([first, last]);
    expect(await group().get(editor, name, first.routingRuleId)).toEqual(first);
    const { routingRuleId } = first;
    const to = { restApiId: rest, stageName: 'dev', stripBasePath: true };
    expect(published()).toMatchObject({
      routingMode: 'ROUTING_RULE_ONLY',
      routingRules: [{ routingRuleId, priority: 1, conditions, ...to }, { priority: 1_000_000 }],
    });
  });

  test('a put replaces all; priorities change places by one that is free', async () => {
    const one = await create({ priority: 10, conditions: [path('one')] });
    const other = await create({ priority: 20 });
    const taken = () => group().put(editor, name, other.routingRuleId, inputOf({ priority: 10 }));
    expect(await refusal(kit, taken)).toEqual({
      code: 'ConflictException',
      message: 'Another routing rule of this domain name has the priority 10',
      fields: ['priority'],
    });
    expect(await refusal(kit, () => create())).toMatchObject({ code: 'ConflictException' });
    expect(await group().put(editor, name, other.routingRuleId, inputOf({ priority: 5 }))).toEqual({
      ...other,
      priority: 5,
    });
    const same = await group().put(editor, name, one.routingRuleId, inputOf({ priority: 10 }));
    expect(same).toEqual({ ...one, conditions: [] });
    expect(published()?.routingRules?.map(({ priority }) => priority)).toEqual([5, 10]);
  });

  test('a deleted rule is gone, and said in the audit log', async () => {
    const { routingRuleId } = await create();
    await group().delete(editor, name, routingRuleId);
    expect(published()?.routingRules).toEqual([]);
    const entries = await kit.control.audit.list(testActor('administrator'), {});
    expect(entries.slice(0, 2).map(({ operation, subject, detail }) => [operation, subject, detail])).toEqual(
      [
        ['DeleteRoutingRule', name, expect.objectContaining({ routingRuleId, priority: 10 })],
        ['CreateRoutingRule', name, expect.objectContaining({ routingRuleId, restApiId: rest })],
      ],
    );
    for (const work of [
      () => group().get(editor, name, routingRuleId),
      () => group().delete(editor, name, routingRuleId),
      () => group().put(editor, name, routingRuleId, inputOf()),
    ])
      expect(await refusal(kit, work)).toMatchObject({
        code: 'NotFoundException',
        message: 'Invalid routing rule identifier specified',
      });
    expect(await refusal(kit, () => group().list(editor, 'none.example.com'))).toMatchObject({
      code: 'NotFoundException',
    });
  });

  test('the routing mode is live at once: without it rules are kept, and not published', async () => {
    await create();
    await setMode('ROUTING_RULE_THEN_BASE_PATH_MAPPING');
    expect(published()).toMatchObject({ routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING' });
    expect(await group().ofApi(editor, rest)).toMatchObject([{ domainName: name, priority: 10 }]);
    expect(await group().ofApi(editor, 'other')).toEqual([]);
    const before = kit.snapshots.length;
    await setMode('BASE_PATH_MAPPING_ONLY');
    expect(kit.snapshots.length).toBe(before + 1);
    expect(published()).toEqual({ domainName: name, basePathMappings: [] });
    expect(await group().list(editor, name)).toHaveLength(1);
    expect(await group().ofApi(editor, rest)).toEqual([]);
    expect(await refusal(kit, () => create({ priority: 11 }))).toMatchObject({
      message: 'This domain name follows API mappings only: change its routing mode to add routing rules',
    });
  });

  test('a name that follows rules only takes no mapping, and tells of none', async () => {
    await setMode('ROUTING_RULE_THEN_BASE_PATH_MAPPING');
    const { domainNames } = kit.control;
    await domainNames.createMapping(editor, name, { restApiId: rest, stage: 'prod' });
    expect(await domainNames.mappingsOfAll(editor)).toHaveLength(1);
    await setMode('ROUTING_RULE_ONLY');
    const message =
      'This domain name follows routing rules only: change its routing mode to add API mappings';
    const v1 = { restApiId: rest, basePath: 'x' };
    expect(await refusal(kit, () => domainNames.createMapping(editor, name, v1))).toMatchObject({ message });
    const v2 = { apiId: rest, stage: 'prod', apiMappingKey: 'x' };
    expect(await refusal(kit, () => domainNames.apiMappings.create(editor, name, v2))).toMatchObject({
      message,
    });
    expect(await domainNames.listMappings(editor, name)).toHaveLength(1);
    expect(await domainNames.mappingsOfAll(editor)).toEqual([]);
  });

  test('no rules on a name that is mapped to both REST and HTTP APIs', async () => {
    const message =
      'Routing rules are not supported on a domain name with API mappings to both REST and HTTP APIs';
    const apiId = await httpApi();
    const { apiMappings, createMapping } = kit.control.domainNames;
    await setMode('ROUTING_RULE_THEN_BASE_PATH_MAPPING');
    await apiMappings.create(editor, name, { apiId, stage: '$default', apiMappingKey: 'http' });
    const toRest = { restApiId: rest, basePath: 'rest' };
    expect(await refusal(kit, () => createMapping(editor, name, toRest))).toMatchObject({ message });
    await setMode('BASE_PATH_MAPPING_ONLY');
    await createMapping(editor, name, toRest);
    expect(await refusal(kit, () => setMode('ROUTING_RULE_ONLY'))).toMatchObject({ message });
  });

  test('no rules on a name of WebSocket APIs', async () => {
    const { apis, domainNames } = kit.control;
    const expression = { routeSelectionExpression: '$request.body.action' };
    const members = { name: 'Socket', protocolType: 'WEBSOCKET' as const, ...expression };
    const { apiId } = await apis.create(editor, members);
    await apis.stages.create(editor, apiId, { stageName: 'prod' });
    await setMode('ROUTING_RULE_THEN_BASE_PATH_MAPPING');
    await domainNames.apiMappings.create(editor, name, { apiId, stage: 'prod' });
    expect(await refusal(kit, () => create())).toMatchObject({
      message: 'A custom domain name serves WebSocket APIs or REST and HTTP APIs, not both',
    });
  });

  test('a rule leads to a stage of a public REST API', async () => {
    const http = await httpApi();
    const hidden = await kit.control.restApis.create(editor, {
      name: 'p',
      endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' },
    });
    const to = (apiId: string, stage: string) => () => create({ actions: [{ invokeApi: { apiId, stage } }] });
    const [atApi, atStage] = ['actions.0.invokeApi.apiId', 'actions.0.invokeApi.stage'];
    for (const [work, field, message] of [
      [to('none', 'prod'), atApi, 'Invalid REST API identifier specified'],
      [to(rest, 'none'), atStage, 'Invalid stage identifier specified'],
      [to(hidden.id, 'prod'), atApi, 'Only a private custom domain name leads to a private API'],
      [to(http, '$default'), atApi, 'Routing rules lead to REST APIs only; API mappings lead to HTTP and WebSocket APIs'], // biome-ignore format: one line
    ] as const)
      expect(await refusal(kit, work)).toEqual({ code: 'BadRequestException', message, fields: [field] });
  });

  test('no API and no stage goes while a rule leads there; rules go with their name', async () => {
    await create();
    const text = (what: string) => ({
      code: 'BadRequestException',
      message: `Please remove all routing rules related to the ${what} in your domains`,
    });
    const { restApis, stages, domainNames } = kit.control;
    expect(await refusal(kit, () => restApis.delete(editor, rest))).toMatchObject(text('API'));
    expect(await refusal(kit, () => stages.delete(editor, rest, 'prod'))).toMatchObject(text('stage'));
    await stages.delete(editor, rest, 'dev');
    await domainNames.delete(editor, name);
    await restApis.delete(editor, rest);
  });

  test('50 rules, and no more', async () => {
    for (let priority = 1; priority <= 50; priority += 1) await create({ priority });
    expect(await refusal(kit, () => create({ priority: 51 }))).toMatchObject({
      code: 'LimitExceededException',
      message: 'A domain name has at most 50 routing rules',
    });
  });

  const glob = (valueGlob: string) => ({ conditions: [header('x', valueGlob)] });
  const at = 'conditions.0.matchHeaders.anyOf.0';
  test.each<[rule: string, members: Partial<RoutingRuleInput>, field: string, message: string | RegExp]>([
    ['priority 0', { priority: 0 }, 'priority', 'A priority is a whole number from 1 to 1,000,000'],
    ['priority 1,000,001', { priority: 1_000_001 }, 'priority', /1,000,000/],
    ['half a priority', { priority: 1.5 }, 'priority', /whole number/],
    ['no action', { actions: [] }, 'actions', 'A rule has exactly one action'],
    ['two actions', { actions: [1, 2].map(() => ({ invokeApi: { apiId: 'a', stage: 'b' } })) }, 'actions', 'A rule has exactly one action'], // biome-ignore format: one line
    ['no stage', { actions: [{ invokeApi: { apiId: 'a', stage: '' } }] }, 'actions.0.invokeApi.stage', 'Stage is required'], // biome-ignore format: one line
    ['three headers', { conditions: ['a', 'b', 'c'].map((each) => header(each)) }, 'conditions', 'A rule has at most two header conditions'], // biome-ignore format: one line
    ['two base paths', { conditions: [path('a'), path('b')] }, 'conditions', 'A rule has at most one base path condition'], // biome-ignore format: one line
    ['a choice of base paths', { conditions: [{ matchBasePaths: { anyOf: ['a', 'b'] } }] }, 'conditions.0.matchBasePaths.anyOf', 'A base path condition has exactly one base path'], // biome-ignore format: one line
    ['a choice of headers', { conditions: [{ matchHeaders: { anyOf: [] } }] }, 'conditions.0.matchHeaders.anyOf', /exactly one header/], // biome-ignore format: one line
    ['a condition of both', { conditions: [{ ...header('a'), ...path('b') }] }, 'conditions.0', 'A condition has either matchHeaders or matchBasePaths'], // biome-ignore format: one line
    ['a condition of nothing', { conditions: [{}] }, 'conditions.0', 'A condition has either matchHeaders or matchBasePaths'], // biome-ignore format: one line
    [
      'a wildcard in a name',
      { conditions: [header('x-*')] },
      `${at}.header`,
      'A header name has no wildcard',
    ],
    ['a name of 40', { conditions: [header('x'.repeat(40))] }, `${at}.header`, 'A header name is less than 40 characters'], // biome-ignore format: one line
    ['what is no name', { conditions: [header('x y')] }, `${at}.header`, /^A header name has only/],
    ['a header of AWS’s', { conditions: [header('X-Amz-Date')] }, `${at}.header`, 'Routing rules cannot look at this header'], // biome-ignore format: one line
    ['who calls', { conditions: [header('authorization')] }, `${at}.header`, 'Routing rules cannot look at this header'], // biome-ignore format: one line
    ['a wildcard in the middle', glob('a*b'), `${at}.valueGlob`, /^A wildcard stands only/],
    ['a value of 128', glob('x'.repeat(128)), `${at}.valueGlob`, 'A value is less than 128 characters'],
    ['40 between wildcards', glob(`*${'x'.repeat(40)}*`), `${at}.valueGlob`, /less than 40/],
    ['no value', glob(''), `${at}.valueGlob`, /\* matches any$/],
    ['a space', glob('a b'), `${at}.valueGlob`, /no spaces$/],
    ['a base path of 128', { conditions: [path('x'.repeat(128))] }, 'conditions.0.matchBasePaths.anyOf.0', 'A base path is less than 128 characters'], // biome-ignore format: one line
    ['a slash before', { conditions: [path('/a')] }, 'conditions.0.matchBasePaths.anyOf.0', /^A base path has no slash/], // biome-ignore format: one line
    ['a backslash', { conditions: [path('a\\')] }, 'conditions.0.matchBasePaths.anyOf.0', /^A base path has only/], // biome-ignore format: one line
  ])('refused beside its field: %s', async (_rule, members, field, message) => {
    const { code, message: told, fields } = await refusal(kit, () => create(members));
    expect({ code, fields }).toEqual({ code: 'BadRequestException', fields: [field] });
    expect(told).toMatch(message);
  });

  test.each([
    ['*'],
    ['Dog-*'],
    ['*json*'],
    ['image/webp'],
    ['*ux=beta*'],
    [`*${'x'.repeat(39)}*`],
    ['x'.repeat(127)],
  ])('taken: the value %s', async (valueGlob) => {
    const { conditions } = await create({ conditions: [header('Host', valueGlob), path("a-_.+!*'()$/b")] });
    expect(conditions).toHaveLength(2);
  });
});

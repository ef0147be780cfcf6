import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import type { BasePathMappingInput, DomainNameInput } from '@/lib/model/domainName';
import { editor, mockApi, refusal, testControl } from '../testControl';

const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
const regional = { types: ['REGIONAL' as const], ipAddressType: 'ipv4' as const };
const name = 'api.example.com';
const arn = `arn:aws:apigateway:us-east-1::/domainnames/${name}`;

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let api: string;
  beforeEach(async () => {
    ({ id: api } = await mockApi(kit));
    await kit.control.deployments.create(editor, api, { stageName: 'prod' });
    await kit.control.deployments.create(editor, api, { stageName: 'dev' });
  });
  const group = () => kit.control.domainNames;
  const create = (members: Partial<DomainNameInput> = {}) =>
    group().create(editor, { domainName: name, ...members });
  const map = (members: Partial<BasePathMappingInput> = {}) =>
    group().createMapping(editor, name, { restApiId: api, stage: 'prod', ...members });
  const published = () => kit.snapshots.at(-1)?.domainNames;

  test('a name is kept in lower case with AWS’s defaults, and answers for its host at once', async () => {
    const made = await create({ domainName: 'API.Example.com', certificateArn });
    expect(made).toEqual({
      domainName: name,
      targetDomainName: expect.stringMatching(/^d-[a-z0-9]{10}\.execute-api\.localhost$/),
      gatewayUrl: 'http://localhost:8080',
      certificateArn,
      certificateUploadDate: kit.clock.now,
      createdDate: kit.clock.now,
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      securityPolicy: 'TLS_1_2',
      routingMode: 'BASE_PATH_MAPPING_ONLY',
    });
    expect(published()).toEqual([{ domainName: name, basePathMappings: [] }]);
    const wildcard = await create({ domainName: '*.example.com' });
    expect(await group().list(editor)).toEqual([wildcard, made]);
    expect(await group().get(editor, 'Api.Example.Com')).toEqual(made);
  });

  test('a service name of one label answers for its host', async () => {
    await create({ domainName: 'Gateway-1' });
    await group().createMapping(editor, 'GATEWAY-1', { restApiId: api, stage: 'prod' });
    const basePathMappings = [{ basePath: '', restApiId: api, stageName: 'prod' }];
    expect(published()).toEqual([{ domainName: 'gateway-1', basePathMappings }]);
  });

  test('an update replaces the settings; the date tells when the certificate was named', async () => {
    const { certificateUploadDate, ...made } = await create({ certificateArn });
    kit.clock.now += 5_000;
    const kept = await group().update(editor, name, { certificateArn, securityPolicy: 'TLS_1_0' });
    expect(kept).toEqual({ ...made, certificateUploadDate, securityPolicy: 'TLS_1_0' });
    const rotated = await group().update(editor, name, { certificateArn: `${certificateArn}2` });
    expect(rotated.certificateUploadDate).toBe(kit.clock.now);
    expect(await group().update(editor, name, {})).not.toHaveProperty('certificateUploadDate');
  });

  test('base paths are live at once; (none) is the empty one', async () => {
    await create();
    const none = await map({ basePath: '(none)' });
    expect(none).toEqual({ basePath: '', restApiId: api, stage: 'prod' });
    const any = await map({ basePath: 'any', stage: '' });
    expect(await group().listMappings(editor, name)).toEqual([none, any]);
    expect(await group().getMapping(editor, name, '(none)')).toEqual(none);
    const mappings = [
      { basePath: '', restApiId: api, stageName: 'prod' },
      { basePath: 'any', restApiId: api, stageName: '' },
    ];
    expect(published()).toEqual([{ domainName: name, basePathMappings: mappings }]);
    const next = { basePath: 'v1', restApiId: api, stage: 'dev' };
    expect(await group().updateMapping(editor, name, '(none)', next)).toEqual(next);
    await group().deleteMapping(editor, name, 'any');
    const left = [{ basePath: 'v1', restApiId: api, stageName: 'dev' }];
    expect(published()).toEqual([{ domainName: name, basePathMappings: left }]);
  });

  test('the base paths of all names, and those that lead to one API', async () => {
    const { id: other } = await mockApi(kit);
    await create();
    await create({ domainName: '*.example.com' });
    const own = { ...(await map({ basePath: 'v1' })), domainName: name };
    const foreign = { basePath: '', restApiId: other, stage: '' };
    await group().createMapping(editor, '*.example.com', foreign);
    expect(await group().mappingsOfAll(editor)).toEqual([{ ...foreign, domainName: '*.example.com' }, own]);
    expect(await group().mappingsOfAll(editor, api)).toEqual([own]);
  });

  test('a name goes with its base paths and tags', async () => {
    await create();
    await map();
    await kit.control.tags.tag(editor, arn, { team: 'shop' });
    await group().delete(editor, name);
    expect(await group().list(editor)).toEqual([]);
    expect(published()).toBeUndefined();
    await create();
    expect(await group().listMappings(editor, name)).toEqual([]);
    expect(await kit.control.tags.get(editor, arn)).toEqual({});
  });

  test('no API and no stage goes while a base path leads there', async () => {
    await create();
    await map();
    const text = (what: string) => ({
      code: 'BadRequestException',
      message: `Please remove all base path mappings related to the ${what} in your domains`,
    });
    expect(await refusal(kit, () => kit.control.restApis.delete(editor, api))).toMatchObject(text('API'));
    const stage = () => kit.control.stages.delete(editor, api, 'prod');
    expect(await refusal(kit, stage)).toMatchObject(text('stage'));
    await kit.control.stages.delete(editor, api, 'dev');
    await group().delete(editor, name);
    await kit.control.restApis.delete(editor, api);
  });

  test.each<[string, Partial<DomainNameInput>, string]>([
    ['the gateway’s own name', { domainName: 'LocalHost' }, 'localhost is the name of the gateway itself'],
    [
      'a number, which is an address',
      { domainName: '2130706433' },
      'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
    ],
    [
      'a star before one label',
      { domainName: '*.internal' },
      'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
    ],
    [
      'what no label has',
      { domainName: 'my_gateway' },
      'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
    ],
    [
      'the host of all APIs',
      { domainName: 'execute-api.localhost' },
      'Names of execute-api are those of the APIs themselves',
    ],
    [
      'an address',
      { domainName: '127.0.0.1' },
      'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
    ],
    [
      'a star elsewhere',
      { domainName: 'a.*.example.com' },
      'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
    ],
    [
      'an API’s own host',
      { domainName: 'a1b2c3d4e5.execute-api.localhost' },
      'Names of execute-api are those of the APIs themselves',
    ],
    [
      'a private name',
      { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' } },
      'Private custom domain names are not supported',
    ],
    [
      'two types',
      { endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } },
      'Cannot create a domain name with multiple Endpoint Types.',
    ],
    [
      'what is no certificate',
      { certificateArn: 'arn:aws:s3:::bucket' },
      'Invalid certificate ARN: it names no certificate',
    ],
    [
      'an uploaded certificate',
      { certificateBody: 'PEM' },
      'A certificate is named by its ARN; it cannot be uploaded with its domain name',
    ],
    ['mutual TLS', { mutualTlsAuthentication: { truststoreUri: 's3://b/k' } }, 'Mutual TLS is not supported'],
    ['a policy', { policy: '{}' }, 'Only a private custom domain name has a policy'],
    [
      'a newer policy without an access mode',
      { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
      'A security policy that begins with SecurityPolicy_ needs an endpoint access mode, and others have none',
    ],
    [
      'an older policy with one',
      { endpointAccessMode: 'BASIC' },
      'A security policy that begins with SecurityPolicy_ needs an endpoint access mode, and others have none',
    ],
  ])('refused: %s', async (_rule, members, message) => {
    // biome-ignore format: one line a rule
    expect(await refusal(kit, () => create(members))).toMatchObject({ code: 'BadRequestException', message });
  });

  test('refused: a name that is there, in other letters too', async () => {
    await create();
    const again = () => create({ domainName: 'API.example.com' });
    expect(await refusal(kit, again)).toMatchObject({
      code: 'ConflictException',
      message: 'The domain name you provided already exists.',
    });
  });

  test('refused: another endpoint type while access is strict', async () => {
    const strict = {
      securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' as const,
      endpointAccessMode: 'STRICT' as const,
    };
    await create(strict);
    const move = () => group().update(editor, name, { ...strict, endpointConfiguration: regional });
    expect((await refusal(kit, move)).message).toBe(
      'The endpoint type cannot change while the endpoint access mode is STRICT',
    );
  });

  test.each<[string, Partial<BasePathMappingInput>, string, string]>([
    [
      'a base path that is there',
      { basePath: 'v1' },
      'ConflictException',
      'Base path already exists for this domain name',
    ],
    [
      'two parts',
      { basePath: 'a/b' },
      'BadRequestException',
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
    ],
    [
      'other letters',
      { basePath: 'a b' },
      'BadRequestException',
      "A base path has only letters, digits and $-_.+!*'()",
    ],
    [
      'no API',
      { basePath: 'v2', restApiId: 'none' },
      'BadRequestException',
      'Invalid REST API identifier specified',
    ],
    [
      'no stage',
      { basePath: 'v2', stage: 'none' },
      'BadRequestException',
      'Invalid stage identifier specified',
    ],
  ])('refused base path: %s', async (_rule, members, code, message) => {
    // biome-ignore format: one line a rule
    await create();
    await map({ basePath: 'v1' });
    expect(await refusal(kit, () => map(members))).toMatchObject({ code, message });
  });

  test('refused: to move a base path onto another, or to a private API', async () => {
    await create();
    await map({ basePath: 'v1' });
    await map({ basePath: 'v2' });
    const input = { basePath: 'v1', restApiId: api };
    const move = () => group().updateMapping(editor, name, 'v2', input);
    expect((await refusal(kit, move)).code).toBe('ConflictException');
    const { id: restApiId } = await kit.control.restApis.create(editor, {
      name: 'p',
      endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' },
    });
    expect((await refusal(kit, () => map({ basePath: 'p', restApiId, stage: '' }))).message).toBe(
      'Only a private custom domain name leads to a private API',
    );
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['a name', () => group().get(editor, 'x.org'), 'Invalid domain name identifier specified'],
    [
      'a name’s base paths',
      () => group().listMappings(editor, 'x.org'),
      'Invalid domain name identifier specified',
    ],
    ['to delete a name', () => group().delete(editor, 'x.org'), 'Invalid domain name identifier specified'],
    [
      'a base path',
      () => group().getMapping(editor, name, 'x'),
      'Invalid base path mapping identifier specified',
    ],
    [
      'to delete a base path',
      () => group().deleteMapping(editor, name, '(none)'),
      'Invalid base path mapping identifier specified',
    ],
  ])('not there: %s', async (_rule, work, message) => {
    // biome-ignore format: one line a rule
    await create();
    expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException', message });
  });
});

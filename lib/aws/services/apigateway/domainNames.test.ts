import {
  APIGatewayClient,
  CreateBasePathMappingCommand,
  CreateDomainNameAccessAssociationCommand,
  CreateDomainNameCommand,
  type CreateDomainNameCommandInput,
  DeleteBasePathMappingCommand,
  DeleteDomainNameAccessAssociationCommand,
  DeleteDomainNameCommand,
  GetBasePathMappingCommand,
  GetBasePathMappingsCommand,
  GetDomainNameAccessAssociationsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  type PatchOperation,
  RejectDomainNameAccessAssociationCommand,
  TagResourceCommand,
  UpdateBasePathMappingCommand,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const domainName = 'api.example.com';
const domainNameArn = `arn:aws:apigateway:us-east-1::/domainnames/${domainName}`;
const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
const create = (members: Partial<CreateDomainNameCommandInput> = {}) =>
  client.send(new CreateDomainNameCommand({ domainName, ...members }));
const patch = (...patchOperations: PatchOperation[]) =>
  client.send(new UpdateDomainNameCommand({ domainName, patchOperations }));
async function deployed() {
  const { id: restApiId } = await mockApi(kit);
  await kit.control.deployments.create(editor, restApiId, { stageName: 'prod' });
  return restApiId;
}

test('a regional name is made, described, listed, tagged and deleted by AWS’s client', async () => {
  const { $metadata, ...made } = await create({
    regionalCertificateArn: certificateArn,
    endpointConfiguration: { types: ['REGIONAL'] },
    tags: { team: 'shop' },
  });
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({
    domainName,
    domainNameArn,
    regionalCertificateArn: certificateArn,
    certificateUploadDate: expect.any(Date),
    regionalDomainName: expect.stringMatching(/^d-[a-z0-9]{10}\.execute-api\.localhost$/),
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: 'TLS_1_2',
    routingMode: 'BASE_PATH_MAPPING_ONLY',
    tags: { team: 'shop' },
  });
  expect(await client.send(new GetDomainNameCommand({ domainName }))).toMatchObject(made);
  await create({ domainName: '*.example.com' });
  const { items = [], position } = await client.send(new GetDomainNamesCommand({ limit: 1 }));
  expect(items.map((each) => each.domainName)).toEqual(['*.example.com']);
  expect((await client.send(new GetDomainNamesCommand({ position }))).items).toEqual([made]);
  await client.send(new TagResourceCommand({ resourceArn: domainNameArn, tags: { cost: '1' } }));
  const { tags } = await client.send(new GetDomainNameCommand({ domainName }));
  expect(tags).toEqual({ team: 'shop', cost: '1' });
  const deleted = await client.send(new DeleteDomainNameCommand({ domainName }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetDomainNameCommand({ domainName }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid domain name identifier specified',
  });
});

test('an edge-optimized name moves to regional, in the two requests that AWS asks for', async () => {
  const made = await create({ certificateArn });
  expect(made.distributionDomainName).toMatch(/^d-/);
  const types = '/endpointConfiguration/types';
  const both = await patch(
    { op: 'add', path: types, value: 'REGIONAL' },
    { op: 'add', path: '/regionalCertificateArn', value: certificateArn },
  );
  expect(both).toMatchObject({
    distributionDomainName: made.distributionDomainName,
    regionalDomainName: made.distributionDomainName,
    endpointConfiguration: { types: ['EDGE', 'REGIONAL'] },
  });
  const moved = await patch(
    { op: 'remove', path: types, value: 'EDGE' },
    { op: 'remove', path: '/certificateArn' },
  );
  expect(moved.endpointConfiguration?.types).toEqual(['REGIONAL']);
  expect(moved).not.toHaveProperty('certificateArn');
  expect(moved).not.toHaveProperty('distributionDomainName');
});

test('policy, access mode and address type are patched together', async () => {
  await create();
  const securityPolicy = 'SecurityPolicy_TLS13_1_3_2025_09';
  const patched = await patch(
    { op: 'replace', path: '/securityPolicy', value: securityPolicy },
    { op: 'replace', path: '/endpointAccessMode', value: 'BASIC' },
    { op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'dualstack' },
  );
  expect(patched).toMatchObject({
    securityPolicy,
    endpointAccessMode: 'BASIC',
    endpointConfiguration: { types: ['EDGE'], ipAddressType: 'dualstack' },
  });
  const back = await patch(
    { op: 'replace', path: '/securityPolicy', value: 'TLS_1_2' },
    { op: 'replace', path: '/endpointAccessMode', value: '' },
  );
  expect(back).not.toHaveProperty('endpointAccessMode');
});

test('the routing mode is made and patched', async () => {
  expect((await create({ routingMode: 'ROUTING_RULE_ONLY' })).routingMode).toBe('ROUTING_RULE_ONLY');
  const both = 'ROUTING_RULE_THEN_BASE_PATH_MAPPING';
  expect((await patch({ op: 'replace', path: '/routingMode', value: both })).routingMode).toBe(both);
});

const types = '/endpointConfiguration/types';
test.each<[string, PatchOperation[], string]>([
  [
    'what the table lacks',
    [{ op: 'replace', path: '/domainName', value: 'b.example.com' }],
    'Invalid patch path /domainName',
  ],
  [
    'add and remove at once',
    [
      { op: 'add', path: types, value: 'REGIONAL' },
      { op: 'remove', path: types, value: 'EDGE' },
    ],
    'Add and remove operations on certificates and endpoint types cannot be in one request',
  ],
  [
    'mutual TLS',
    [{ op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: 's3://b/k' }],
    'Mutual TLS is not supported',
  ],
  [
    'a policy',
    [{ op: 'replace', path: '/managementPolicy', value: '{}' }],
    'Only a private custom domain name has a policy',
  ],
  [
    'V2’s word for a routing mode',
    [{ op: 'replace', path: '/routingMode', value: 'API_MAPPING_ONLY' }],
    'Invalid routing mode specified. Valid values are BASE_PATH_MAPPING_ONLY, ROUTING_RULE_ONLY, ROUTING_RULE_THEN_BASE_PATH_MAPPING',
  ],
  [
    'no type',
    [{ op: 'remove', path: types, value: 'EDGE' }],
    'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.',
  ],
  [
    'to private',
    [{ op: 'add', path: types, value: 'PRIVATE' }],
    'Private custom domain names are not supported',
  ],
])('a patch is refused: %s', async (_rule, operations, message) => {
  // biome-ignore format: one line a rule
  const { $metadata, ...made } = await create();
  await expect(patch(...operations)).rejects.toMatchObject({ name: 'BadRequestException', message });
  expect(await client.send(new GetDomainNameCommand({ domainName }))).toMatchObject(made);
});

test('base path mappings by AWS’s client, live at once', async () => {
  const restApiId = await deployed();
  await create();
  const map = (basePath?: string, stage?: string) =>
    client.send(new CreateBasePathMappingCommand({ domainName, restApiId, basePath, stage }));
  const made = await map(undefined, 'prod');
  expect(made.$metadata.httpStatusCode).toBe(201);
  expect(made).toMatchObject({ basePath: '(none)', restApiId, stage: 'prod' });
  expect(await map('v1')).not.toHaveProperty('stage');
  const { items } = await client.send(new GetBasePathMappingsCommand({ domainName }));
  expect(items?.map(({ basePath }) => basePath)).toEqual(['(none)', 'v1']);
  const moved = await client.send(
    new UpdateBasePathMappingCommand({
      domainName,
      basePath: '(none)',
      patchOperations: [
        { op: 'replace', path: '/basePath', value: 'v2' },
        { op: 'replace', path: '/stage', value: '' },
      ],
    }),
  );
  expect(moved).toMatchObject({ basePath: 'v2', restApiId });
  const got = await client.send(new GetBasePathMappingCommand({ domainName, basePath: 'v2' }));
  expect(got).toMatchObject({ basePath: 'v2', restApiId });
  const back = [{ op: 'replace' as const, path: '/basepath', value: '(none)' }];
  const update = new UpdateBasePathMappingCommand({ domainName, basePath: 'v2', patchOperations: back });
  expect((await client.send(update)).basePath).toBe('(none)');
  const gone = await client.send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' }));
  expect(gone.$metadata.httpStatusCode).toBe(202);
  const left = [{ basePath: 'v1', restApiId, stageName: '' }];
  expect(kit.snapshots.at(-1)?.domainNames).toEqual([{ domainName, basePathMappings: left }]);
  await expect(map('v1')).rejects.toMatchObject({ name: 'ConflictException' });
});

test('there are no private names: no id finds one, and nothing is associated with one', async () => {
  await create();
  const missing = {
    name: 'NotFoundException',
    message: 'Invalid domain name identifier specified',
  };
  const byId = new GetDomainNameCommand({ domainName, domainNameId: 'abc' });
  await expect(client.send(byId)).rejects.toMatchObject(missing);
  await expect(
    create({ domainName: 'p.example.com', endpointConfiguration: { types: ['PRIVATE'] } }),
  ).rejects.toMatchObject({ message: 'Private custom domain names are not supported' });
  const associate = (arn: string) =>
    client.send(
      new CreateDomainNameAccessAssociationCommand({
        domainNameArn: arn,
        accessAssociationSourceType: 'VPCE',
        accessAssociationSource: 'vpce-1',
      }),
    );
  await expect(associate(domainNameArn)).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(associate(`${domainNameArn}.org`)).rejects.toMatchObject(missing);
  expect((await client.send(new GetDomainNameAccessAssociationsCommand({}))).items).toEqual([]);
  const association = 'arn:aws:apigateway:us-east-1:000000000000:/domainnameaccessassociations/x';
  const unknown = { name: 'NotFoundException' };
  const of = { domainNameAccessAssociationArn: association };
  await expect(client.send(new DeleteDomainNameAccessAssociationCommand(of))).rejects.toMatchObject(unknown);
  const reject = new RejectDomainNameAccessAssociationCommand({ ...of, domainNameArn });
  await expect(client.send(reject)).rejects.toMatchObject(unknown);
});

test('a name that is taken: a bad request, not V2’s conflict', async () => {
  await create();
  await expect(create()).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'The domain name you provided already exists.',
    $metadata: { httpStatusCode: 400 },
  });
});

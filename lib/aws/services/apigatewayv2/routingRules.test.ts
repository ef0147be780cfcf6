import {
  ApiGatewayV2Client,
  CreateDomainNameCommand,
  CreateRoutingRuleCommand,
  type CreateRoutingRuleCommandInput,
  DeleteRoutingRuleCommand,
  GetRoutingRuleCommand,
  ListRoutingRulesCommand,
  PutRoutingRuleCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
const DomainName = 'api.example.com';
const hello = { MatchHeaders: { AnyOf: [{ Header: 'Hello', ValueGlob: 'World' }] } };
const shopper = { MatchBasePaths: { AnyOf: ['PetStoreShopper'] } };
let client: ApiGatewayV2Client;
let ApiId: string;
beforeEach(async () => {
  client = new ApiGatewayV2Client(kit.client());
  ({ id: ApiId } = await mockApi(kit));
  await kit.control.deployments.create(editor, ApiId, { stageName: 'prod' });
  await client.send(new CreateDomainNameCommand({ DomainName, RoutingMode: 'ROUTING_RULE_ONLY' }));
});
const input = (members: Partial<CreateRoutingRuleCommandInput> = {}) => ({
  DomainName,
  Priority: 50,
  Conditions: [hello, shopper],
  Actions: [{ InvokeApi: { ApiId, Stage: 'prod' } }],
  ...members,
});
const create = (members?: Partial<CreateRoutingRuleCommandInput>) =>
  client.send(new CreateRoutingRuleCommand(input(members)));

test('made, described, listed in pages, put and deleted by AWS’s client', async () => {
  const { $metadata, ...made } = await create();
  expect($metadata.httpStatusCode).toBe(201);
  const { RoutingRuleId } = made;
  expect(made).toEqual({
    RoutingRuleId: expect.stringMatching(/^[a-z0-9]{6}$/),
    RoutingRuleArn: `arn:aws:apigateway:us-east-1:000000000000:/domainnames/${DomainName}/routingrules/${RoutingRuleId}`,
    Priority: 50,
    Conditions: [hello, shopper],
    Actions: [{ InvokeApi: { ApiId, Stage: 'prod', StripBasePath: false } }],
  });
  const at = { DomainName, RoutingRuleId };
  expect(await client.send(new GetRoutingRuleCommand(at))).toMatchObject(made);
  const first = await create({ Priority: 1, Conditions: [] });
  const { RoutingRules = [], NextToken } = await client.send(
    new ListRoutingRulesCommand({ DomainName, MaxResults: 1 }),
  );
  expect(RoutingRules.map(({ RoutingRuleId: id }) => id)).toEqual([first.RoutingRuleId]);
  const rest = await client.send(new ListRoutingRulesCommand({ DomainName, NextToken }));
  expect(rest).toMatchObject({ RoutingRules: [made] });
  expect(rest.NextToken).toBeUndefined();
  const Actions = [{ InvokeApi: { ApiId, Stage: 'prod', StripBasePath: true } }];
  const put = await client.send(new PutRoutingRuleCommand({ ...input({ Priority: 30, Actions }), ...at }));
  expect(put).toMatchObject({ ...made, Priority: 30, Actions });
  const gone = await client.send(new DeleteRoutingRuleCommand(at));
  expect(gone.$metadata.httpStatusCode).toBe(204);
  await expect(client.send(new GetRoutingRuleCommand(at))).rejects.toMatchObject({
    name: 'NotFoundException',
    ResourceType: 'RoutingRule',
  });
});

test.each<[rule: string, name: string, message: string, members: Partial<CreateRoutingRuleCommandInput>]>([
  ['a priority that is taken', 'ConflictException', 'Another routing rule of this domain name has the priority 50', {}], // biome-ignore format: one line
  ['a priority of 0', 'BadRequestException', 'A priority is a whole number from 1 to 1,000,000', { Priority: 0 }], // biome-ignore format: one line
  ['no conditions at all', 'BadRequestException', 'conditions is required', { Conditions: undefined }],
  ['no target', 'BadRequestException', 'actions.0.invokeApi.apiId is required', { Actions: [{ InvokeApi: { ApiId: undefined, Stage: 'prod' } }] }], // biome-ignore format: one line
  ['a wildcard amid a value', 'BadRequestException', 'A wildcard stands only at the beginning or the end of a value: a*, *a or *a*', { Conditions: [{ MatchHeaders: { AnyOf: [{ Header: 'Pet', ValueGlob: 'a*b' }] } }] }], // biome-ignore format: one line
  [
    'a private name',
    'NotFoundException',
    'Invalid domain name identifier specified',
    { DomainNameId: 'abc' },
  ],
  ['a name that is not there', 'NotFoundException', 'Invalid domain name identifier specified', { DomainName: 'x.example.com' }], // biome-ignore format: one line
])('refused: %s', async (_rule, name, message, members) => {
  await create();
  await expect(create(members)).rejects.toMatchObject({ name, message });
});

test('more than 50 are refused with the error that V2 has for limits', async () => {
  for (let Priority = 1; Priority <= 50; Priority += 1) await create({ Priority, Conditions: [] });
  await expect(create({ Priority: 51 })).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    message: 'A domain name has at most 50 routing rules',
  });
});

test('policies name the actions; the guide’s own refuses new rules, and nothing else', async () => {
  const { identity } = kit.control;
  const administrator = testActor('administrator');
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'apigateway:*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 'apigateway:CreateRoutingRule',
        Resource: `arn:aws:apigateway:us-east-1:000000000000:/domainnames/${DomainName}/routingrules/*`,
      },
      { Effect: 'Deny', Action: 'apigateway:UpdateRoutingRule', Resource: '*' },
    ],
  });
  const { RoutingRuleId } = await create();
  await identity.createUser(administrator, 'bob');
  await identity.putUserPolicy(administrator, 'bob', 'rules', document);
  client = new ApiGatewayV2Client(kit.client(await identity.createAccessKey(administrator, 'bob')));
  await expect(create({ Priority: 2 })).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const at = { DomainName, RoutingRuleId };
  await expect(client.send(new PutRoutingRuleCommand({ ...input(), ...at }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`routingrules/${RoutingRuleId} with an explicit deny`),
  });
  await client.send(new ListRoutingRulesCommand({ DomainName }));
  await client.send(new DeleteRoutingRuleCommand(at));
});

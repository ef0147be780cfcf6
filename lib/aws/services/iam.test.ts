import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeletePolicyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListInstanceProfilesForRoleCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  SimulatePrincipalPolicyCommand,
  UpdateAccessKeyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDoor } from '../testing/testDoor';

const kit = testDoor();
let iam: IAMClient;
beforeEach(() => {
  iam = new IAMClient(kit.client());
});

const ACCOUNT = 'arn:aws:iam::000000000000';
const BASIC = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const allow = (Action: string, Resource: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
const trust = (AWS: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }],
  });
const document = allow('apigateway:GET', 'arn:aws:apigateway:us-east-1::/restapis');
const text = (encoded: string | undefined) => decodeURIComponent(encoded ?? '');

test('a user, its keys and policies, and away with all of it', async () => {
  const bob = { UserName: 'bob' };
  const { User } = await iam.send(new CreateUserCommand(bob));
  expect(User).toMatchObject({ ...bob, Arn: `${ACCOUNT}:user/bob`, Path: '/', CreateDate: expect.any(Date) });
  await expect(iam.send(new CreateUserCommand(bob))).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
  });
  expect((await iam.send(new GetUserCommand({}))).User?.UserName).toBe('ada');
  const first = await iam.send(new ListUsersCommand({ MaxItems: 1 }));
  const second = await iam.send(new ListUsersCommand({ Marker: first.Marker }));
  expect([first, second].map(({ Users = [], IsTruncated }) => [Users[0]?.UserName, IsTruncated])).toEqual([
    ['ada', true],
    ['bob', false],
  ]);
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand(bob));
  expect(key).toMatchObject({ ...bob, Status: 'Active', SecretAccessKey: expect.any(String) });
  const at = { ...bob, AccessKeyId: key?.AccessKeyId };
  await iam.send(new UpdateAccessKeyCommand({ ...at, Status: 'Inactive' }));
  expect((await iam.send(new ListAccessKeysCommand(bob))).AccessKeyMetadata).toMatchObject([
    { Status: 'Inactive' },
  ]);
  await iam.send(new CreateAccessKeyCommand(bob));
  await expect(iam.send(new CreateAccessKeyCommand(bob))).rejects.toMatchObject({
    name: 'LimitExceededException',
  });
  const inline = { ...bob, PolicyName: 'read' };
  await iam.send(new PutUserPolicyCommand({ ...inline, PolicyDocument: document }));
  expect(text((await iam.send(new GetUserPolicyCommand(inline))).PolicyDocument)).toBe(document);
  expect((await iam.send(new ListUserPoliciesCommand(bob))).PolicyNames).toEqual(['read']);
  const PolicyArn = 'arn:aws:iam::aws:policy/AmazonAPIGatewayInvokeFullAccess';
  await iam.send(new AttachUserPolicyCommand({ ...bob, PolicyArn }));
  expect((await iam.send(new ListAttachedUserPoliciesCommand(bob))).AttachedPolicies).toEqual([
    { PolicyName: 'AmazonAPIGatewayInvokeFullAccess', PolicyArn },
  ]);
  const gone = () => iam.send(new DeleteUserCommand(bob));
  await expect(gone()).rejects.toMatchObject({ name: 'DeleteConflictException' });
  for (const { AccessKeyId } of (await iam.send(new ListAccessKeysCommand(bob))).AccessKeyMetadata ?? [])
    await iam.send(new DeleteAccessKeyCommand({ ...bob, AccessKeyId }));
  await expect(gone()).rejects.toMatchObject({
    message: 'Cannot delete entity, must delete policies first.',
  });
  await iam.send(new DeleteUserPolicyCommand(inline));
  await iam.send(new DetachUserPolicyCommand({ ...bob, PolicyArn }));
  await gone();
  await expect(iam.send(new GetUserCommand(bob))).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

test('a policy of the account’s, its one version, and that it stays while a role has it', async () => {
  const make = () => iam.send(new CreatePolicyCommand({ PolicyName: 'read', PolicyDocument: document }));
  const PolicyArn = (await make()).Policy?.Arn;
  expect(PolicyArn).toBe(`${ACCOUNT}:policy/read`);
  await expect(make()).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
  expect((await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy).toMatchObject({
    DefaultVersionId: 'v1',
  });
  const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  expect(text(version.PolicyVersion?.Document)).toBe(document);
  const { Policies = [] } = await iam.send(new ListPoliciesCommand({ Scope: 'Local' }));
  expect(Policies.map(({ Arn }) => Arn)).toEqual([PolicyArn]);
  const RoleName = 'reader';
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust('*') }));
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  const gone = () => iam.send(new DeletePolicyCommand({ PolicyArn }));
  await expect(gone()).rejects.toMatchObject({ name: 'DeleteConflictException' });
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await gone();
  await expect(iam.send(new GetPolicyCommand({ PolicyArn }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('a role as a function’s, with AWS’s own policy', async () => {
  const RoleName = 'lambda';
  const service = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  });
  const made = await iam.send(
    new CreateRoleCommand({
      RoleName,
      Path: '/service-role/',
      AssumeRolePolicyDocument: service,
      Description: 'd',
    }),
  );
  expect(made.Role).toMatchObject({
    RoleName,
    Arn: `${ACCOUNT}:role/service-role/lambda`,
    RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
  });
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  expect(Role).toMatchObject({ Description: 'd', MaxSessionDuration: 3600 });
  expect(text(Role?.AssumeRolePolicyDocument)).toBe(service);
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: BASIC }));
  expect((await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))).AttachedPolicies).toEqual([
    { PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn: BASIC },
  ]);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'read', PolicyDocument: document }));
  const inline = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'read' }));
  expect(text(inline.PolicyDocument)).toBe(document);
  expect((await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames).toEqual(['read']);
  const gone = () => iam.send(new DeleteRoleCommand({ RoleName }));
  await expect(gone()).rejects.toMatchObject({ name: 'DeleteConflictException' });
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: BASIC }));
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'read' }));
  expect((await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName }))).InstanceProfiles).toEqual([]);
  await gone();
  expect((await iam.send(new ListRolesCommand({}))).Roles).toEqual([]);
});

test.each([
  [
    'a document that is none',
    () => new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: '{' }),
    'MalformedPolicyDocumentException',
  ],
  [
    'a trust policy with a resource',
    () => new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: allow('sts:AssumeRole', '*') }),
    'MalformedPolicyDocumentException',
  ],
  [
    'a policy that there is not',
    () => new GetPolicyCommand({ PolicyArn: `${ACCOUNT}:policy/none` }),
    'NoSuchEntityException',
  ],
  ['a role that there is not', () => new GetRoleCommand({ RoleName: 'none' }), 'NoSuchEntityException'],
])('refused: %s', async (_rule, command, name) => {
  await expect(iam.send(command() as GetRoleCommand)).rejects.toMatchObject({ name });
});

test('the simulator: allowed, denied, silent', async () => {
  const UserName = 'bob';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'read', PolicyDocument: document }));
  const deny = document.replace('Allow', 'Deny').replace('GET', 'PUT');
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'deny', PolicyDocument: deny }));
  const { EvaluationResults = [] } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `${ACCOUNT}:user/bob`,
      ActionNames: ['apigateway:GET', 'apigateway:PUT', 'apigateway:POST'],
      ResourceArns: ['arn:aws:apigateway:us-east-1::/restapis'],
    }),
  );
  expect(EvaluationResults.map(({ EvalDecision }) => EvalDecision)).toEqual([
    'allowed',
    'explicitDeny',
    'implicitDeny',
  ]);
});

describe('temporary credentials', () => {
  const RoleArn = `${ACCOUNT}:role/reader`;
  const RoleName = 'reader';
  const clientOf = (
    credentials: { AccessKeyId?: string; SecretAccessKey?: string; SessionToken?: string } = {},
  ) => {
    const {
      AccessKeyId: accessKeyId = '',
      SecretAccessKey: secretAccessKey = '',
      SessionToken,
    } = credentials;
    const keys = {
      accessKeyId,
      secretAccessKey,
      ...(SessionToken !== undefined && { sessionToken: SessionToken }),
    };
    return kit.client(keys);
  };
  const sts = () => new STSClient(kit.client());
  const assume = (client = sts()) =>
    client.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'shell' }));
  const make = (AssumeRolePolicyDocument: string) =>
    iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));

  test('of a role: what its policies say, from call to call', async () => {
    await make(trust(`${ACCOUNT}:root`));
    const { Credentials, AssumedRoleUser } = await assume();
    expect(Credentials).toMatchObject({
      AccessKeyId: expect.stringMatching(/^ASIA/),
      Expiration: expect.any(Date),
    });
    const arn = 'arn:aws:sts::000000000000:assumed-role/reader/shell';
    expect(AssumedRoleUser?.Arn).toBe(arn);
    const identity = await new STSClient(clientOf(Credentials)).send(new GetCallerIdentityCommand());
    expect(identity).toMatchObject({ Arn: arn, UserId: AssumedRoleUser?.AssumedRoleId });
    const list = () => new IAMClient(clientOf(Credentials)).send(new ListUsersCommand());
    await expect(list()).rejects.toMatchObject({ name: 'AccessDenied' });
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'l', PolicyDocument: allow('iam:ListUsers', '*') }),
    );
    expect((await list()).Users).toHaveLength(1);
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'l' }));
    await iam.send(new DeleteRoleCommand({ RoleName }));
    await expect(list()).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  test('neither another key’s token nor none', async () => {
    await make(trust(`${ACCOUNT}:root`));
    const { Credentials = {} } = await assume();
    const { Credentials: others } = await assume();
    const { SessionToken: _token, ...bare } = Credentials as { SessionToken?: string };
    for (const wrong of [bare, { ...Credentials, SessionToken: others?.SessionToken ?? '' }])
      await expect(new STSClient(clientOf(wrong)).send(new GetCallerIdentityCommand())).rejects.toMatchObject(
        { name: 'InvalidClientTokenId' },
      );
  });

  test('the trust policy decides: the account, one by name, or nobody', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'bob' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'bob' }));
    const bob = () => assume(new STSClient(clientOf(AccessKey)));
    await make(trust(`${ACCOUNT}:root`));
    await expect(bob()).rejects.toMatchObject({ name: 'AccessDenied' });
    const trustAnother = (PolicyDocument: string) =>
      iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    await trustAnother(trust(`${ACCOUNT}:user/bob`));
    expect((await bob()).Credentials?.AccessKeyId).toMatch(/^ASIA/);
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('a session of a role that another role trusts, and condition keys of sessions', async () => {
    await make(trust(`${ACCOUNT}:root`));
    const other = { RoleName: 'other', RoleArn: `${ACCOUNT}:role/other`, RoleSessionName: 'second' };
    await iam.send(new CreateRoleCommand({ ...other, AssumeRolePolicyDocument: trust(RoleArn) }));
    const { Credentials } = await assume();
    const chained = await new STSClient(clientOf(Credentials)).send(new AssumeRoleCommand(other));
    expect(chained.AssumedRoleUser?.Arn).toBe('arn:aws:sts::000000000000:assumed-role/other/second');
    await expect(sts().send(new AssumeRoleCommand(other))).rejects.toMatchObject({ name: 'AccessDenied' });
    const list = () => new IAMClient(clientOf(Credentials)).send(new ListUsersCommand());
    const when = async (Condition: object) => {
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }],
      });
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'when', PolicyDocument }));
    };
    await when({
      ArnEquals: { 'aws:PrincipalArn': RoleArn },
      StringEquals: { 'aws:PrincipalType': 'AssumedRole' },
      DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' },
    });
    expect((await list()).Users).toHaveLength(1);
    await when({ DateLessThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } });
    await expect(list()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('those that have ended', async () => {
    await make(trust(`${ACCOUNT}:root`));
    const { Credentials } = await assume();
    const keys = { ...Credentials, AccessKeyId: Credentials?.AccessKeyId ?? '' };
    const SessionToken = kit.ports.secrets.sessionTokens.seal({
      accessKeyId: keys.AccessKeyId,
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      issuedAt: 0,
      expiration: Date.now(),
      subject: { roleId: 'AROAEXAMPLE', roleSessionName: 'shell' },
    });
    const ended = new STSClient(clientOf({ ...keys, SessionToken }));
    await expect(ended.send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      name: 'ExpiredToken',
      message: 'The security token included in the request is expired',
    });
  });

  test('of a user', async () => {
    const { Credentials } = await sts().send(new GetSessionTokenCommand());
    const session = new STSClient(clientOf(Credentials));
    expect(await session.send(new GetCallerIdentityCommand())).toMatchObject({ Arn: `${ACCOUNT}:user/ada` });
    await expect(session.send(new GetSessionTokenCommand())).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import type { SimulationInput } from '@/lib/model/identity';
import { contents, editor, mockApi, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const admin = testActor('administrator');
const allow = (part: object = {}) => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: '*',
  ...part,
});
const document = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const identity = () => kit.control.identity;
  const user = (userName = 'ada') => identity().createUser(admin, userName);
  const find = async (userName = 'ada') =>
    (await identity().users(admin)).find((each) => each.userName === userName);
  const published = () => kit.snapshots.at(-1);

  describe('users', () => {
    test('come back by name with ids and ARNs of AWS’s form', async () => {
      const made = await user('grace');
      await user('ada');
      expect(made).toEqual({
        userName: 'grace',
        userId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
        arn: 'arn:aws:iam::000000000000:user/grace',
        createdDate: kit.clock.now,
        accessKeys: [],
        inlinePolicies: {},
        attachedPolicies: [],
      });
      expect((await identity().users(admin)).map(({ userName }) => userName)).toEqual(['ada', 'grace']);
      expect(published()).toBeUndefined();
    });

    test.each([
      ['', 'BadRequestException'],
      ['a b', 'BadRequestException'],
      ['..', 'BadRequestException'],
      ['x'.repeat(65), 'BadRequestException'],
      ['Ada', 'ConflictException'],
    ])('the name %j is refused', async (userName, code) => {
      await user('ada');
      expect(await refusal(kit, () => user(userName))).toMatchObject({ code, fields: ['userName'] });
    });

    test('go with all that they have, which stops at once', async () => {
      await user('ada');
      await identity().createAccessKey(admin, 'ada');
      await identity().putUserPolicy(admin, 'ada', 'Own', document(allow()));
      await identity().attachPolicy(admin, 'ada', 'AdministratorAccess');
      expect(published()?.accessKeys).toHaveLength(1);
      await identity().deleteUser(admin, 'ada');
      expect(published()).not.toHaveProperty('accessKeys');
      expect(published()).not.toHaveProperty('iamUsers');
      expect(await identity().users(admin)).toEqual([]);
      const policies = await identity().policies(admin);
      expect(policies.flatMap(({ attachedTo }) => attachedTo)).toEqual([]);
    });
  });

  describe('access keys', () => {
    beforeEach(() => user());

    test('the secret is told once, sealed in the database, and reaches the engine', async () => {
      const made = await identity().createAccessKey(admin, 'ada');
      expect(made.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
      expect(made.secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
      const { secretAccessKey, ...known } = made;
      expect((await find())?.accessKeys).toEqual([known]);
      expect(published()?.accessKeys).toEqual([
        { accessKeyId: made.accessKeyId, secretAccessKey, userName: 'ada' },
      ]);
      expect(published()?.iamUsers).toMatchObject([
        { userName: 'ada', arn: 'arn:aws:iam::000000000000:user/ada', policies: [] },
      ]);
      const audit = await kit.control.audit.list(admin, { subject: 'ada' });
      expect(audit[0]).toMatchObject({
        operation: 'iam:CreateAccessKey',
        detail: { accessKeyId: made.accessKeyId },
      });
      const rows = JSON.stringify(await contents(kit.database));
      expect(rows).toContain(made.accessKeyId);
      expect(rows).not.toContain(secretAccessKey);
    });

    test('an inactive key is with the user and not with the engine', async () => {
      const { accessKeyId } = await identity().createAccessKey(admin, 'ada');
      const other = await identity().createAccessKey(admin, 'ada');
      await identity().updateAccessKey(admin, 'ada', accessKeyId, 'Inactive');
      expect((await find())?.accessKeys.map(({ status }) => status).sort()).toEqual(['Active', 'Inactive']);
      expect(published()?.accessKeys?.map((key) => key.accessKeyId)).toEqual([other.accessKeyId]);
      await identity().updateAccessKey(admin, 'ada', accessKeyId, 'Active');
      expect(published()?.accessKeys).toHaveLength(2);
      await identity().deleteAccessKey(admin, 'ada', other.accessKeyId);
      expect(published()?.accessKeys?.map((key) => key.accessKeyId)).toEqual([accessKeyId]);
    });

    test('two at most', async () => {
      await identity().createAccessKey(admin, 'ada');
      await identity().createAccessKey(admin, 'ada');
      expect(await refusal(kit, () => identity().createAccessKey(admin, 'ada'))).toMatchObject({
        code: 'LimitExceededException',
        message: 'Cannot exceed quota for AccessKeysPerUser: 2. Delete a key first.',
      });
    });

    test('a key of another user is not found', async () => {
      await user('grace');
      const { accessKeyId } = await identity().createAccessKey(admin, 'ada');
      const change = () => identity().updateAccessKey(admin, 'grace', accessKeyId, 'Inactive');
      const remove = () => identity().deleteAccessKey(admin, 'grace', accessKeyId);
      const expected = {
        code: 'NotFoundException',
        message: `The Access Key with id ${accessKeyId} cannot be found.`,
      };
      expect(await refusal(kit, change)).toMatchObject(expected);
      expect(await refusal(kit, remove)).toMatchObject(expected);
    });
  });

  describe('inline policies', () => {
    beforeEach(() => user());

    test('are replaced and deleted by name, and live at once', async () => {
      await identity().createAccessKey(admin, 'ada');
      await identity().putUserPolicy(admin, 'ada', 'Own', document(allow()));
      const other = document(allow({ Effect: 'Deny' }));
      await identity().putUserPolicy(admin, 'ada', 'Own', other);
      expect((await find())?.inlinePolicies).toEqual({ Own: other });
      expect(published()?.iamUsers?.[0]?.policies).toEqual([other]);
      await identity().deleteUserPolicy(admin, 'ada', 'Own');
      expect(published()?.iamUsers?.[0]?.policies).toEqual([]);
      expect(await refusal(kit, () => identity().deleteUserPolicy(admin, 'ada', 'toString'))).toMatchObject({
        code: 'NotFoundException',
      });
    });

    test.each<[rule: string, text: string, message: string | RegExp, line?: number]>([
      ['no JSON', '{', /^not JSON: /],
      ['no statement', '{"Version": "2012-10-17"}', 'Statement: a policy has at least one statement', 1],
      [
        'an unknown operator',
        document(allow({ Condition: { StringLikes: { 'aws:UserAgent': 'x' } } })),
        'Statement[0].Condition.StringLikes: StringLikes is no condition operator',
        9,
      ],
      [
        'a principal',
        document(allow(), allow({ Principal: '*' })),
        'Statement[1].Principal: a policy of a user names no principal',
        13,
      ],
      [
        'a resource that is no ARN',
        document(allow({ Resource: ['arn:aws:execute-api:*:*:*', 'api1/prod'] })),
        'Statement[0].Resource: Resource api1/prod must be in ARN format or "*".',
        7,
      ],
      [
        'an effect of neither kind',
        document(allow({ Effect: 'allow' })),
        'Statement[0].Effect: must be Allow or Deny',
        5,
      ],
      [
        'an action of no service',
        document(allow({ Action: 'Invoke' })),
        'Statement[0].Action: Invoke is no action: use service:Operation',
        6,
      ],
      [
        'another version',
        '{"Version": "2020-01-01", "Statement": []}',
        'Version: must be 2012-10-17 or 2008-10-17',
        1,
      ],
      [
        'too long a text',
        document(allow({ Sid: 'x'.repeat(20_480) })),
        'A policy is at most 20,480 characters',
      ],
    ])('%s is refused with its place', async (_rule, text, message, line) => {
      const put = identity().putUserPolicy(admin, 'ada', 'Own', text);
      const error: unknown = await put.catch((thrown: unknown) => thrown);
      const told = typeof message === 'string' ? message : expect.stringMatching(message);
      expect(error).toMatchObject({
        code: 'BadRequestException',
        fields: [{ field: 'document', message: told, ...(line !== undefined && { line }) }],
      });
      expect((await find())?.inlinePolicies).toEqual({});
    });
  });

  describe('managed policies', () => {
    test('AWS’s own are there from the start and nobody changes them', async () => {
      const policies = await identity().policies(admin);
      expect(policies.map(({ arn }) => arn)).toEqual([
        'arn:aws:iam::aws:policy/AdministratorAccess',
        'arn:aws:iam::aws:policy/AmazonAPIGatewayAdministrator',
        'arn:aws:iam::aws:policy/AmazonAPIGatewayInvokeFullAccess',
        'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        'arn:aws:iam::aws:policy/service-role/AWSLambdaRole',
      ]);
      const put = () => identity().putPolicy(admin, 'AdministratorAccess', { document: document(allow()) });
      expect(await refusal(kit, put)).toMatchObject({ code: 'ConflictException', fields: ['policyName'] });
      const remove = () => identity().deletePolicy(admin, 'AdministratorAccess');
      expect(await refusal(kit, remove)).toMatchObject({ code: 'ConflictException' });
    });

    test('one of them lets a user call', async () => {
      await user();
      await identity().createAccessKey(admin, 'ada');
      await identity().attachPolicy(admin, 'ada', 'AmazonAPIGatewayInvokeFullAccess');
      expect((await find())?.attachedPolicies).toEqual([
        'arn:aws:iam::aws:policy/AmazonAPIGatewayInvokeFullAccess',
      ]);
      expect(JSON.parse(published()?.iamUsers?.[0]?.policies[0] ?? '')).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['execute-api:Invoke', 'execute-api:ManageConnections'],
            Resource: 'arn:aws:execute-api:*:*:*',
          },
        ],
      });
    });

    test('a change reaches everybody who has it; it cannot go before they let go of it', async () => {
      const readers = (text: string, description = '') =>
        identity().putPolicy(admin, 'Readers', { document: text, description });
      const made = await readers(document(allow()), ' Who may read ');
      expect(made).toEqual({
        policyName: 'Readers',
        arn: 'arn:aws:iam::000000000000:policy/Readers',
        document: document(allow()),
        description: 'Who may read',
        createdDate: kit.clock.now,
        attachedTo: [],
      });
      for (const name of ['ada', 'grace']) {
        await user(name);
        await identity().createAccessKey(admin, name);
        await identity().attachPolicy(admin, name, 'Readers');
      }
      const other = document(allow({ Effect: 'Deny' }));
      expect(await readers(other)).toMatchObject({ attachedTo: ['ada', 'grace'] });
      expect(published()?.iamUsers?.map(({ policies }) => policies)).toEqual([[other], [other]]);
      expect(await refusal(kit, () => identity().deletePolicy(admin, 'Readers'))).toMatchObject({
        code: 'ConflictException',
        message: 'Cannot delete a policy attached to entities. It is attached to ada, grace.',
      });
      await identity().detachPolicy(admin, 'ada', 'Readers');
      await identity().deleteUser(admin, 'grace');
      await identity().deletePolicy(admin, 'Readers');
      expect((await identity().policies(admin)).map(({ policyName }) => policyName)).not.toContain('Readers');
    });

    test.each([
      ['an unknown policy', 'Nobody', 'attachPolicy'],
      ['a policy that is not attached', 'AdministratorAccess', 'detachPolicy'],
    ] as const)('%s', async (_rule, policyName, operation) => {
      await user();
      const work = () => identity()[operation](admin, 'ada', policyName);
      expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException' });
    });

    test('attaching twice is attaching once; ten at most', async () => {
      await user();
      await identity().attachPolicy(admin, 'ada', 'AdministratorAccess');
      for (let count = 1; count < 10; count += 1) {
        await identity().putPolicy(admin, `P${count}`, { document: document(allow()) });
        await identity().attachPolicy(admin, 'ada', `P${count}`);
      }
      await identity().attachPolicy(admin, 'ada', 'AdministratorAccess');
      expect((await find())?.attachedPolicies).toHaveLength(10);
      const eleventh = () => identity().attachPolicy(admin, 'ada', 'AmazonAPIGatewayAdministrator');
      expect(await refusal(kit, eleventh)).toMatchObject({ code: 'LimitExceededException' });
    });
  });

  describe('the simulator', () => {
    let input: SimulationInput;
    beforeEach(async () => {
      await user();
      const { id, rootResourceId } = await mockApi(kit);
      await kit.control.methods.put(editor, id, rootResourceId, 'GET', { authorizationType: 'AWS_IAM' });
      await kit.control.deployments.create(editor, id, { stageName: 'prod' });
      input = { userName: 'ada', restApiId: id, stageName: 'prod', httpMethod: 'GET', path: '/?a=1' };
    });
    const simulate = (part: Partial<SimulationInput> = {}) =>
      identity().simulate(admin, { ...input, ...part });

    test('nothing allows', async () => {
      expect(await simulate()).toEqual({
        decision: 'implicitDeny',
        methodArn: `arn:aws:execute-api:us-east-1:000000000000:${input.restApiId}/prod/GET/`,
        authorizationType: 'AWS_IAM',
        policies: [],
        missingKeys: [],
      });
    });

    test('names the statements of inline and managed policies, with their lines', async () => {
      const silent = allow({ Resource: 'arn:aws:execute-api:*:*:other/*' });
      await identity().putUserPolicy(admin, 'ada', 'Own', document(silent, allow()));
      await identity().attachPolicy(admin, 'ada', 'AdministratorAccess');
      const { decision, policies } = await simulate();
      expect(decision).toBe('allowed');
      expect(policies).toMatchObject([
        { kind: 'inline', policyName: 'Own', decided: [{ statement: 1, lines: { from: 9, to: 13 } }] },
        { kind: 'managed', policyName: 'AdministratorAccess', decided: [{ statement: 0 }] },
      ]);
    });

    test('asks the resource policy that the stage serves, not the one that was saved since', async () => {
      const { restApiId } = input;
      const policy = document(
        allow({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
      );
      await kit.control.restApis.update(editor, restApiId, { policy });
      expect((await simulate()).policies).toEqual([]);
      await kit.control.deployments.create(editor, restApiId, { stageName: 'prod' });
      expect(await simulate()).toMatchObject({ decision: 'implicitDeny', missingKeys: ['aws:SourceIp'] });
      expect(await simulate({ context: { 'aws:SourceIp': '10.1.1.1' } })).toMatchObject({
        decision: 'allowed',
        policies: [{ kind: 'resource', policyName: 'Mock', decided: [{ statement: 0 }] }],
        missingKeys: [],
      });
    });

    test.each<[string, Partial<SimulationInput>, string, string[]]>([
      ['no such path', { path: '/pets' }, 'BadRequestException', ['path']],
      ['no such verb', { httpMethod: 'POST' }, 'BadRequestException', ['httpMethod']],
      ['a relative path', { path: 'pets' }, 'BadRequestException', ['path']],
      ['no such user', { userName: 'eve' }, 'NotFoundException', []],
      ['no such stage', { stageName: 'dev' }, 'NotFoundException', []],
      ['no condition key', { context: { SourceIp: '1.1.1.1' } }, 'BadRequestException', ['context.SourceIp']],
    ])('%s', async (_rule, part, code, fields) => {
      expect(await refusal(kit, () => simulate(part))).toMatchObject({ code, fields });
    });
  });
});

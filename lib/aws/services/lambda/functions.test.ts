import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer as bytesOf } from 'node:stream/consumers';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetAliasCommand,
  GetFunctionCodeSigningConfigCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
  ListAliasesCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { functionRuntimes } from '@/lib/model/function';
import { testDoor } from '../../testing/testDoor';

const outcome = {
  status: 200,
  payload: '{"hello":1}',
  log: 'START\nEND\n',
  requestId: '8e3b2c1a-0000-4000-8000-000000000000',
  executedVersion: '$LATEST',
  duration: 3,
};
const kit = testDoor({ invokeFunction: async () => outcome });
const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:who';
const ROLE = 'arn:aws:iam::000000000000:role/service-role/lambda';
let client: LambdaClient;
let zip: Buffer;

beforeEach(async () => {
  client = new LambdaClient(kit.client());
  zip = await zipOf('export const handler = async () => 1;');
});

async function zipOf(code: string): Promise<Buffer> {
  const file = new ZipFile();
  file.addBuffer(Buffer.from(code), 'index.mjs', { mtime: new Date(0) });
  file.end();
  return bytesOf(file.outputStream);
}

const create = (more: Partial<CreateFunctionCommandInput> = {}) =>
  client.send(
    new CreateFunctionCommand({
      FunctionName: 'who',
      Runtime: 'nodejs18.x',
      Role: ROLE,
      Handler: 'index.handler',
      Code: { ZipFile: zip },
      ...more,
    }),
  );

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

test('a function is made, and given back as it was named', async () => {
  const made = await create({ Environment: { Variables: { TABLE: 'pets' } }, Tags: { team: 'a' } });
  const expected = {
    FunctionName: 'who',
    FunctionArn: ARN,
    Runtime: 'nodejs18.x',
    Role: ROLE,
    Handler: 'index.handler',
    CodeSize: zip.length,
    CodeSha256: hashOf(zip),
    Description: '',
    Timeout: 3,
    MemorySize: 128,
    Version: '$LATEST',
    Environment: { Variables: { TABLE: 'pets' } },
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    LastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/),
    RevisionId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  };
  expect(made).toMatchObject({ ...expected, $metadata: { httpStatusCode: 201 } });
  const read = await client.send(new GetFunctionCommand({ FunctionName: ARN }));
  expect(read).toMatchObject({ Configuration: expected, Tags: { team: 'a' } });
  expect(read.Configuration?.RevisionId).toBe(made.RevisionId);
  expect(await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'who' }))).toMatchObject(
    expected,
  );
  const { Functions } = await client.send(new ListFunctionsCommand());
  expect(Functions).toMatchObject([expected]);
  expect(kit.publishedFunctions.at(-1)).toMatchObject([{ functionName: 'who', runtime: 'nodejs18.x' }]);
});

test('Code.Location gives the zip, without a signature, and no other address does', async () => {
  await create();
  const { Code } = await client.send(new GetFunctionCommand({ FunctionName: 'who' }));
  const answer = await kit.door(new Request(Code?.Location ?? ''), '127.0.0.1');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(zip);
  const changed = (Code?.Location ?? '').replace(/.{9}$/, 'AAAAAAAAA');
  const other = await kit.door(new Request(changed), '127.0.0.1');
  const guessed = await kit.door(new Request('http://localhost:4566/_code/abc'), '127.0.0.1');
  expect([other.status, guessed.status]).toEqual([403, 403]);
});

test('versions and aliases', async () => {
  await create({ Publish: true });
  zip = await zipOf('export const handler = async () => 2;');
  const code = await client.send(
    new UpdateFunctionCodeCommand({ FunctionName: 'who', ZipFile: zip, Publish: true }),
  );
  expect(code).toMatchObject({ Version: '2', CodeSha256: hashOf(zip), FunctionArn: `${ARN}:2` });
  expect(await client.send(new PublishVersionCommand({ FunctionName: 'who' }))).toMatchObject({
    Version: '2',
  });
  const { Versions } = await client.send(new ListVersionsByFunctionCommand({ FunctionName: 'who' }));
  expect(Versions?.map(({ FunctionArn }) => FunctionArn)).toEqual([`${ARN}:$LATEST`, `${ARN}:1`, `${ARN}:2`]);
  const at = { FunctionName: 'who', Name: 'live' };
  const alias = await client.send(new CreateAliasCommand({ ...at, FunctionVersion: '1', Description: 'd' }));
  expect(alias).toMatchObject({ AliasArn: `${ARN}:live`, FunctionVersion: '1', Description: 'd' });
  await expect(client.send(new CreateAliasCommand({ ...at, FunctionVersion: '1' }))).rejects.toMatchObject({
    name: 'ResourceConflictException',
  });
  await client.send(new UpdateAliasCommand({ ...at, FunctionVersion: '2', RevisionId: alias.RevisionId }));
  await expect(
    client.send(new UpdateAliasCommand({ ...at, FunctionVersion: '1', RevisionId: alias.RevisionId })),
  ).rejects.toMatchObject({ name: 'PreconditionFailedException' });
  expect(await client.send(new GetAliasCommand(at))).toMatchObject({
    FunctionVersion: '2',
    Description: 'd',
  });
  const { Aliases } = await client.send(new ListAliasesCommand({ FunctionName: 'who' }));
  expect(Aliases).toMatchObject([{ Name: 'live', FunctionVersion: '2' }]);
  expect(
    await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'who', Qualifier: 'live' })),
  ).toMatchObject({ Version: '2', FunctionArn: `${ARN}:live` });
  await client.send(new DeleteAliasCommand(at));
  await client.send(new DeleteAliasCommand(at));
  await expect(client.send(new GetAliasCommand(at))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Cannot find alias arn: ${ARN}:live`,
  });
});

test('the configuration changes where it is what its caller read', async () => {
  const { RevisionId } = await create();
  const at = { FunctionName: 'who', RevisionId };
  const changed = await client.send(
    new UpdateFunctionConfigurationCommand({ ...at, Timeout: 9, Runtime: 'python3.12', Description: 'd' }),
  );
  expect(changed).toMatchObject({ Timeout: 9, Runtime: 'python3.12', Description: 'd', Role: ROLE });
  await expect(
    client.send(new UpdateFunctionConfigurationCommand({ ...at, Timeout: 5 })),
  ).rejects.toMatchObject({ name: 'PreconditionFailedException', $metadata: { httpStatusCode: 412 } });
});

test('permissions are kept as AWS writes them', async () => {
  await create();
  const at = { FunctionName: 'who' };
  await expect(client.send(new GetPolicyCommand(at))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const add = new AddPermissionCommand({
    ...at,
    StatementId: 'api',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: 'arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/pets',
  });
  const statement = {
    Sid: 'api',
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: ARN,
    Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/pets' } },
  };
  expect(JSON.parse((await client.send(add)).Statement ?? '')).toEqual(statement);
  await expect(client.send(add)).rejects.toMatchObject({ name: 'ResourceConflictException' });
  const { Policy = '' } = await client.send(new GetPolicyCommand(at));
  expect(JSON.parse(Policy)).toEqual({ Version: '2012-10-17', Id: 'default', Statement: [statement] });
  await client.send(new RemovePermissionCommand({ ...at, StatementId: 'api' }));
  await expect(client.send(new RemovePermissionCommand({ ...at, StatementId: 'api' }))).rejects.toMatchObject(
    { name: 'ResourceNotFoundException' },
  );
});

test('a version and an alias have policies of their own, $LATEST has none, and no policy is longer than 20 KB', async () => {
  await create();
  await client.send(new PublishVersionCommand({ FunctionName: 'who' }));
  const alias = { FunctionName: 'who', Name: 'live', FunctionVersion: '1' };
  await client.send(new CreateAliasCommand(alias));
  const add = (
    FunctionName: string,
    StatementId: string,
    more: { Qualifier?: string; SourceArn?: string } = {},
  ) =>
    client.send(
      new AddPermissionCommand({
        ...{
          FunctionName,
          StatementId,
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
        },
        ...more,
      }),
    );
  const policyOf = async (Qualifier?: string) => {
    const { Policy = '{}' } = await client.send(new GetPolicyCommand({ FunctionName: 'who', Qualifier }));
    return JSON.parse(Policy).Statement.map(({ Sid, Resource }: { Sid: string; Resource: string }) => [
      Sid,
      Resource,
    ]);
  };
  await add('who', 'whole');
  await add('who', 'one', { Qualifier: 'live' });
  await add('who:1', 'two');
  expect(await policyOf()).toEqual([['whole', ARN]]);
  expect(await policyOf('live')).toEqual([['one', `${ARN}:live`]]);
  expect(await policyOf('1')).toEqual([['two', `${ARN}:1`]]);

  await expect(add('who', 'latest', { Qualifier: '$LATEST' })).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'We currently do not support adding policies for $LATEST.',
  });
  const SourceArn = `arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/${'x'.repeat(10_000)}`;
  await add('who', 'long', { SourceArn });
  await expect(add('who', 'longer', { SourceArn })).rejects.toMatchObject({
    name: 'PolicyLengthExceededException',
    message: expect.stringMatching(/^The final policy size \(\d+\) is bigger than the limit \(20480\)\.$/),
    $metadata: { httpStatusCode: 400 },
  });
  expect(await policyOf()).toHaveLength(2);
});

test('concurrency, tags, code signing, deletion', async () => {
  await create();
  const at = { FunctionName: 'who' };
  expect(
    (await client.send(new GetFunctionConcurrencyCommand(at))).ReservedConcurrentExecutions,
  ).toBeUndefined();
  await client.send(new PutFunctionConcurrencyCommand({ ...at, ReservedConcurrentExecutions: 7 }));
  expect(await client.send(new GetFunctionCommand(at))).toMatchObject({
    Concurrency: { ReservedConcurrentExecutions: 7 },
  });
  await client.send(new DeleteFunctionConcurrencyCommand(at));
  await client.send(new TagResourceCommand({ Resource: ARN, Tags: { a: '1', b: '2' } }));
  await client.send(new UntagResourceCommand({ Resource: ARN, TagKeys: ['a'] }));
  expect(await client.send(new ListTagsCommand({ Resource: ARN }))).toMatchObject({ Tags: { b: '2' } });
  expect(await client.send(new GetFunctionCodeSigningConfigCommand(at))).toMatchObject({
    FunctionName: 'who',
  });
  await client.send(new DeleteFunctionCommand(at));
  await expect(client.send(new GetFunctionCommand(at))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Function not found: ${ARN}`,
  });
});

test('lists come in pages', async () => {
  for (const FunctionName of ['a', 'b', 'c']) await create({ FunctionName });
  const first = await client.send(new ListFunctionsCommand({ MaxItems: 2 }));
  const second = await client.send(new ListFunctionsCommand({ MaxItems: 2, Marker: first.NextMarker }));
  const names = [first, second].map(({ Functions = [] }) => Functions.map((one) => one.FunctionName));
  expect([names, second.NextMarker]).toEqual([[['a', 'b'], ['c']], undefined]);
});

/** As sockets give bodies: what reads an event stream takes no bytes. */
function withStreams() {
  const { requestHandler, ...rest } = kit.client();
  const handle: typeof requestHandler.handle = async (request) => {
    const { response } = await requestHandler.handle(request);
    response.body = Readable.from([Buffer.from(response.body)]);
    return { response };
  };
  return { ...rest, requestHandler: { handle } };
}

test('a stream of the answer, by AWS’s own reader', async () => {
  await create();
  const { EventStream } = await new LambdaClient(withStreams()).send(
    new InvokeWithResponseStreamCommand({ FunctionName: 'who', Payload: Buffer.from('{}'), LogType: 'Tail' }),
  );
  const events = [];
  for await (const event of EventStream ?? []) events.push(event);
  expect(Buffer.from(events[0]?.PayloadChunk?.Payload ?? []).toString()).toBe(outcome.payload);
  expect(events[1]?.InvokeComplete?.LogResult).toBe(Buffer.from(outcome.log).toString('base64'));
});

describe('refused', () => {
  const invalid = 'InvalidParameterValueException';
  test.each<[rule: string, part: Partial<CreateFunctionCommandInput>, name: string, message: RegExp]>([
    ['a runtime that is not here', { Runtime: 'java21' }, invalid, new RegExp(functionRuntimes.join(', '))],
    ['code in a bucket', { Code: { S3Bucket: 'b', S3Key: 'k' } }, invalid, /ZipFile/],
    ['what is no zip', { Code: { ZipFile: Buffer.from('no') } }, invalid, /Could not unzip/],
    [
      'layers',
      { Layers: ['arn:aws:lambda:us-east-1:000000000000:layer:x:1'] },
      invalid,
      /Layers is not available/,
    ],
    ['a role that is none', { Role: 'me' }, invalid, /role/],
    ['no handler', { Handler: undefined }, invalid, /Handler is mandatory/],
    ['too long', { Timeout: 901 }, invalid, /900/],
  ])('%s', async (_rule, part, name, message) => {
    await expect(create(part)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  test('what is there already', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: 'Function already exist: who',
      $metadata: { httpStatusCode: 409 },
    });
  });
});

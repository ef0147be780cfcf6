import { expect, test } from 'vitest';
import type { Integration } from '@/lib/model/integration';
import { editor, mockApi, refusal, testControl } from '../testControl';

/* Reference section 9, rows httpMethod, uri and credentials of AWS and AWS_PROXY; control plane, section 2. */
const kit = testControl();
const HERE = 'arn:aws:lambda:us-east-1:000000000000:function';
const ROLE = 'arn:aws:iam::000000000000:role/caller';
const uriOf = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

async function put(members: Partial<Integration>) {
  const api = await mockApi(kit);
  const at = [editor, api.id, api.rootResourceId, 'GET'] as const;
  await kit.control.functions.create(editor, {
    functionName: 'hello',
    runtime: 'nodejs20.x',
    code: { inlineCode: '' },
  });
  const integration = { type: 'AWS_PROXY', httpMethod: 'POST', uri: uriOf(`${HERE}:hello`), ...members };
  return () => kit.control.methods.putIntegration(...at, integration as Integration);
}

test('AWS hands no role of another account on', async () => {
  const foreign = { credentials: 'arn:aws:iam::123456789012:role/caller' };
  expect(await refusal(kit, await put(foreign))).toMatchObject({
    code: 'AccessDeniedException',
    message: 'Cross-account pass role is not allowed.',
  });
});

test.each<[string, Partial<Integration>]>([
  ['a function', {}],
  ['its alias', { uri: uriOf(`${HERE}:hello:live`) }],
  ['its alias by stage variable', { uri: uriOf(`${HERE}:hello:\${stageVariables.alias}`) }],
  ['a function by stage variable', { uri: uriOf(`${HERE}:\${stageVariables.name}`) }],
  ['a function by a stage variable alone', { uri: uriOf('${stageVariables.arn}') }],
  ['a function of another account', { uri: uriOf('arn:aws:lambda:eu-west-1:123456789012:function:far') }],
  [
    'its stream',
    {
      uri: `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${HERE}:hello/response-streaming-invocations`,
      responseTransferMode: 'STREAM',
    },
  ],
  ['a role', { credentials: 'arn:aws:iam::000000000000:role/caller' }],
  ['a role by stage variable', { credentials: 'arn:aws:iam::${stageVariables.account}:role/caller' }],
  ['the caller’s own credentials', { credentials: 'arn:aws:iam::*:user/*' }],
  ['AWS to a function', { type: 'AWS' }],
  [
    'credentials of HTTP, without use',
    { type: 'HTTP', uri: 'https://a.example', credentials: 'arn:aws:iam::000000000000:role/caller' },
  ],
  ['a verb that is not POST, whose calls fail', { httpMethod: 'GET' }],
  ['a function that is not here yet', { uri: uriOf(`${HERE}:nobody`) }],
  [
    'a function of an account in words',
    { uri: uriOf('arn:aws:lambda:us-east-1:account-id:function:function-name') },
  ],
  [
    'AWS to a service by action',
    { type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage', credentials: ROLE },
  ],
  [
    'AWS to a service by path',
    {
      type: 'AWS',
      uri: 'arn:aws:apigateway:us-east-1:s3:path/{bucket}',
      httpMethod: 'GET',
      credentials: ROLE,
    },
  ],
])('%s is taken', async (_what, members) => {
  const work = await put(members);
  expect(await work()).toMatchObject(members);
});

const ONLY_FUNCTIONS =
  "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.";
test.each<[string, Partial<Integration>, string, string]>([
  [
    'a service behind a proxy',
    { uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage' },
    'uri',
    ONLY_FUNCTIONS,
  ],
  [
    'a service asked in nobody’s name',
    { type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage' },
    'credentials',
    'Role ARN must be specified for AWS integrations',
  ],
  ['no ARN of a function', { uri: uriOf('hello') }, 'uri', 'Invalid ARN specified in the request'],
  [
    'an ARN that is no URI',
    { uri: `${HERE}:hello` },
    'uri',
    'AWS ARN for integration must contain path or action',
  ],
  [
    'neither path nor action',
    { uri: uriOf(`${HERE}:hello`).replace(':path/', ':test/') },
    'uri',
    'AWS ARN for integration must contain path or action',
  ],
  [
    'what is no ARN',
    { uri: uriOf(`${HERE}:hello`).replace('arn:aws', 'bad-arn') },
    'uri',
    'Invalid ARN specified in the request',
  ],
  [
    'credentials that are no ARN',
    { credentials: 'me' },
    'credentials',
    'Invalid ARN specified in the request',
  ],
])('%s is refused, with its field', async (_what, members, field, message) => {
  const refused = await refusal(kit, await put(members));
  expect(refused.code).toBe('BadRequestException');
  expect(refused.fields).toContain(field);
  expect(refused.message).toContain(message);
});

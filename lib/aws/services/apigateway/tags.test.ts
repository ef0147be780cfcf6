import {
  APIGatewayClient,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const arnOf = (path: string) => `arn:aws:apigateway:us-east-1::/${path}`;
const made = {
  restApis: async () => `restapis/${(await kit.control.restApis.create(editor, { name: 'pets' })).id}`,
  apiKeys: async () => `apikeys/${(await kit.control.apiKeys.create(editor, { name: 'k' })).id}`,
  usagePlans: async () => `usageplans/${(await kit.control.usagePlans.create(editor, { name: 'p' })).id}`,
  clientCertificates: async () =>
    `clientcertificates/${(await kit.control.clientCertificates.generate(editor, {})).clientCertificateId}`,
  vpcLinks: async () =>
    `vpclinks/${(await kit.control.vpcLinks.create(editor, { name: 'l', targets: ['a:80'] })).id}`,
};

test.each([
  ['REST APIs', made.restApis],
  ['API keys', made.apiKeys],
  ['usage plans', made.usagePlans],
  ['client certificates', made.clientCertificates],
  ['VPC links', made.vpcLinks],
])('%s are tagged and untagged by AWS’s client', async (_kind, make) => {
  const resourceArn = arnOf(await make());
  const read = async () => (await client.send(new GetTagsCommand({ resourceArn }))).tags;
  expect(await read()).toEqual({});
  const tagged = await client.send(
    new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2', 'c/d': '3', e: '4' } }),
  );
  expect(tagged.$metadata.httpStatusCode).toBe(204);
  await client.send(new TagResourceCommand({ resourceArn, tags: { a: '5' } }));
  expect(await read()).toEqual({ a: '5', b: '2', 'c/d': '3', e: '4' });
  const untagged = await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['b', 'c/d'] }));
  expect(untagged.$metadata.httpStatusCode).toBe(204);
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a,none'] }));
  expect(await read()).toEqual({ e: '4' });
});

test.each([
  ['of nothing that is there', 'apikeys/nobody1234', 'NotFoundException'],
  ['of what has no tags', 'account', 'BadRequestException'],
])('refused: %s', async (_rule, path, name) => {
  const resourceArn = arnOf(path);
  await expect(client.send(new TagResourceCommand({ resourceArn, tags: { a: 'b' } }))).rejects.toMatchObject({
    name,
  });
});

import {
  APIGatewayClient,
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  UpdateVpcLinkCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const create = (name: string, targetArns: string[]) =>
  client.send(new CreateVpcLinkCommand({ name, targetArns, tags: { team: 'shop' } }));

test('made of host:port, described, listed and deleted by AWS’s client', async () => {
  const { $metadata, ...made } = await create('backends', ['10.0.0.7:8080', 'pets.internal:80']);
  expect($metadata.httpStatusCode).toBe(202);
  const vpcLinkId = made.id ?? '';
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'backends',
    targetArns: ['10.0.0.7:8080', 'pets.internal:80'],
    status: 'AVAILABLE',
    statusMessage: 'Your vpc link is ready for use',
    tags: { team: 'shop' },
  });
  expect(kit.snapshots.at(-1)?.vpcLinks).toMatchObject([{ id: vpcLinkId }]);
  const healthCheck = { protocol: 'HTTP', path: '/health' } as const;
  const { name, targets } = await kit.control.vpcLinks.get(editor, vpcLinkId);
  await kit.control.vpcLinks.update(editor, vpcLinkId, { name, targets, healthCheck });
  const patched = await client.send(
    new UpdateVpcLinkCommand({
      vpcLinkId,
      patchOperations: [
        { op: 'replace', path: '/name', value: 'pets' },
        { op: 'replace', path: '/description', value: 'two of them' },
      ],
    }),
  );
  const next = { ...made, name: 'pets', description: 'two of them' };
  expect(patched).toMatchObject(next);
  expect((await kit.control.vpcLinks.get(editor, vpcLinkId)).healthCheck).toMatchObject(healthCheck);
  expect((await client.send(new GetVpcLinksCommand({}))).items).toEqual([next]);
  const deleted = await client.send(new DeleteVpcLinkCommand({ vpcLinkId }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetVpcLinkCommand({ vpcLinkId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Vpc Link identifier specified',
  });
});

const arn = 'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/pets/50dc6c495c0c9188';
test.each([
  ['a load balancer of an account', 'pets', [arn], `There is no load balancer ${arn} here: give the link's targets themselves as host:port, e.g. 10.0.0.7:8080`], // biome-ignore format: one line
  ['what is no target', 'pets', ['here'], 'Invalid ARN. ARN is not well formed here'],
  ['no target', 'pets', [], 'A link needs a target'],
  ['no name', '', ['a:80'], 'Name cannot be empty'],
])('refused: %s', async (_rule, name, targets, message) => {
  await expect(create(name, targets)).rejects.toMatchObject({ name: 'BadRequestException', message });
  expect(await kit.control.vpcLinks.list(editor)).toEqual([]);
});

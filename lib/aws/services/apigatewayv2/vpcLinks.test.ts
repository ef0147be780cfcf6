import {
  ApiGatewayV2Client,
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  UpdateVpcLinkCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: ApiGatewayV2Client;
beforeEach(() => {
  client = new ApiGatewayV2Client(kit.client());
});
const create = (SubnetIds: string[]) =>
  client.send(
    new CreateVpcLinkCommand({
      Name: 'inner',
      SubnetIds,
      SecurityGroupIds: ['sg-1'],
      Tags: { team: 'shop' },
    }),
  );

test('targets among its subnets, names that decide nothing, given back and deleted by AWS’s client', async () => {
  const { VpcLinkId, ...made } = await create(['subnet-0abc', '10.0.0.7:8080']);
  expect(made).toMatchObject({
    Name: 'inner',
    SubnetIds: ['10.0.0.7:8080', 'subnet-0abc'],
    SecurityGroupIds: ['sg-1'],
    Tags: { team: 'shop' },
    VpcLinkStatus: 'AVAILABLE',
    VpcLinkVersion: 'V2',
    CreatedDate: expect.any(Date),
  });
  const [link] = await kit.control.vpcLinks.list(editor);
  expect(link).toMatchObject({ id: VpcLinkId, targets: ['10.0.0.7:8080'] });
  const renamed = await client.send(new UpdateVpcLinkCommand({ VpcLinkId, Name: 'outer' }));
  expect(renamed).toMatchObject({ Name: 'outer', SubnetIds: made.SubnetIds, SecurityGroupIds: ['sg-1'] });
  const { Items } = await client.send(new GetVpcLinksCommand({}));
  expect(Items).toEqual([expect.objectContaining({ VpcLinkId, Name: 'outer', Tags: { team: 'shop' } })]);
  await client.send(new DeleteVpcLinkCommand({ VpcLinkId }));
  await expect(client.send(new GetVpcLinkCommand({ VpcLinkId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    ResourceType: 'VpcLink',
  });
});

test('a link of V1 is one of V2', async () => {
  const { id } = await kit.control.vpcLinks.create(editor, { name: 'first', targets: ['10.0.0.7:8080'] });
  expect(await client.send(new GetVpcLinkCommand({ VpcLinkId: id }))).toMatchObject({
    SubnetIds: ['10.0.0.7:8080'],
    SecurityGroupIds: [],
  });
});

test('refused: subnets alone, for there are none here', async () => {
  await expect(create(['subnet-0abc'])).rejects.toMatchObject({
    name: 'BadRequestException',
    message: expect.stringContaining('host:port'),
  });
});

import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateApiMappingCommand,
  CreateDomainNameCommand,
  DeleteApiMappingCommand,
  DeleteDomainNameCommand,
  GetApiMappingCommand,
  GetApiMappingsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  UpdateApiMappingCommand,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: ApiGatewayV2Client;
beforeEach(() => {
  client = new ApiGatewayV2Client(kit.client());
});

const DomainName = 'api.example.com';
const CertificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/one';

test('made with a certificate, described, listed, renewed and deleted by AWS’s client', async () => {
  const made = await client.send(
    new CreateDomainNameCommand({
      DomainName,
      DomainNameConfigurations: [
        { CertificateArn, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2', IpAddressType: 'dualstack' },
      ],
      Tags: { team: 'shop' },
    }),
  );
  expect(made).toMatchObject({
    DomainName,
    DomainNameArn: `arn:aws:apigateway:us-east-1::/domainnames/${DomainName}`,
    ApiMappingSelectionExpression: '$request.basepath',
    RoutingMode: 'API_MAPPING_ONLY',
    Tags: { team: 'shop' },
    DomainNameConfigurations: [
      {
        ApiGatewayDomainName: expect.any(String),
        CertificateArn,
        CertificateUploadDate: expect.any(Date),
        DomainNameStatus: 'AVAILABLE',
        EndpointType: 'REGIONAL',
        IpAddressType: 'dualstack',
        SecurityPolicy: 'TLS_1_2',
      },
    ],
  });
  const renewed = `${CertificateArn}2`;
  const DomainNameConfigurations = [{ CertificateArn: renewed, EndpointType: 'REGIONAL' as const }];
  await client.send(new UpdateDomainNameCommand({ DomainName, DomainNameConfigurations }));
  expect(await kit.control.domainNames.get(editor, DomainName)).toMatchObject({
    regionalCertificateArn: renewed,
  });
  await client.send(new UpdateDomainNameCommand({ DomainName, RoutingMode: 'API_MAPPING_ONLY' }));
  const { Items } = await client.send(new GetDomainNamesCommand({}));
  expect(Items?.[0]).toMatchObject({
    DomainName,
    DomainNameConfigurations: [{ CertificateArn: renewed }],
    Tags: { team: 'shop' },
  });
  await client.send(new DeleteDomainNameCommand({ DomainName }));
  await expect(client.send(new GetDomainNameCommand({ DomainName }))).rejects.toMatchObject({
    name: 'NotFoundException',
    ResourceType: 'DomainName',
  });
});

test('the routing mode is V2’s word for V1’s, at first and later', async () => {
  const made = await client.send(
    new CreateDomainNameCommand({ DomainName, RoutingMode: 'ROUTING_RULE_THEN_API_MAPPING' }),
  );
  expect(made.RoutingMode).toBe('ROUTING_RULE_THEN_API_MAPPING');
  expect(await kit.control.domainNames.get(editor, DomainName)).toMatchObject({
    routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
  });
  const update = (members: object) => client.send(new UpdateDomainNameCommand({ DomainName, ...members }));
  expect(await update({ RoutingMode: 'ROUTING_RULE_ONLY' })).toMatchObject({
    RoutingMode: 'ROUTING_RULE_ONLY',
  });
  const DomainNameConfigurations = [{ EndpointType: 'EDGE' }];
  expect(await update({ DomainNameConfigurations })).toMatchObject({ RoutingMode: 'ROUTING_RULE_ONLY' });
});

test('mappings of several parts, changed and taken away', async () => {
  await client.send(new CreateDomainNameCommand({ DomainName }));
  const { ApiId } = await client.send(
    new CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP', Target: 'https://example.com' }),
  );
  const made = await client.send(
    new CreateApiMappingCommand({ DomainName, ApiId, Stage: '$default', ApiMappingKey: 'shop/v1' }),
  );
  const { ApiMappingId } = made;
  expect(made).toMatchObject({
    ApiMappingId: expect.stringMatching(/^[a-z0-9]{6}$/),
    ApiId,
    Stage: '$default',
    ApiMappingKey: 'shop/v1',
  });
  const at = { DomainName, ApiMappingId };
  await client.send(new UpdateApiMappingCommand({ ...at, ApiId, ApiMappingKey: 'shop/v2' }));
  const { Items } = await client.send(new GetApiMappingsCommand({ DomainName }));
  expect(Items).toEqual([{ ApiMappingId, ApiId, Stage: '$default', ApiMappingKey: 'shop/v2' }]);
  await client.send(new DeleteApiMappingCommand(at));
  await expect(client.send(new GetApiMappingCommand(at))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test('the least that makes one is regional', async () => {
  const { DomainNameConfigurations } = await client.send(new CreateDomainNameCommand({ DomainName }));
  expect(DomainNameConfigurations).toMatchObject([{ EndpointType: 'REGIONAL' }]);
});

const truststore = { TruststoreUri: 's3://bucket/authorities.pem' };

test.each([
  ['mutual TLS, which there is not', { MutualTlsAuthentication: truststore }, 'Mutual TLS is not supported'],
])('refused, at first and later: %s', async (_rule, part, message) => {
  const expected = { name: 'BadRequestException', message: expect.stringMatching(message) };
  const create = new CreateDomainNameCommand({ DomainName, ...part });
  await expect(client.send(create)).rejects.toMatchObject(expected);
  await client.send(new CreateDomainNameCommand({ DomainName }));
  const update = new UpdateDomainNameCommand({ DomainName, ...part });
  await expect(client.send(update)).rejects.toMatchObject(expected);
});

test('a name that is taken: a conflict, not V1’s bad request', async () => {
  const create = () => client.send(new CreateDomainNameCommand({ DomainName }));
  await create();
  await expect(create()).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'The domain name you provided already exists.',
    $metadata: { httpStatusCode: 409 },
  });
});

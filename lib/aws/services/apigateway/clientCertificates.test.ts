import { X509Certificate } from 'node:crypto';
import {
  APIGatewayClient,
  DeleteClientCertificateCommand,
  GenerateClientCertificateCommand,
  GetClientCertificateCommand,
  GetClientCertificatesCommand,
  UpdateClientCertificateCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});

test('generated, described, listed and deleted by AWS’s client', async () => {
  const tags = { team: 'shop' };
  const { $metadata, ...made } = await client.send(
    new GenerateClientCertificateCommand({ description: 'for the backend', tags }),
  );
  expect($metadata.httpStatusCode).toBe(201);
  const clientCertificateId = made.clientCertificateId ?? '';
  const { validTo } = new X509Certificate(made.pemEncodedCertificate ?? '');
  expect(made).toMatchObject({ description: 'for the backend', tags });
  expect(made.expirationDate?.getTime()).toBe(Date.parse(validTo));
  expect(await client.send(new GetClientCertificateCommand({ clientCertificateId }))).toMatchObject(made);
  const patched = await client.send(
    new UpdateClientCertificateCommand({
      clientCertificateId,
      patchOperations: [{ op: 'replace', path: '/description', value: 'old' }],
    }),
  );
  expect(patched).toMatchObject({ ...made, description: 'old' });
  const other = await client.send(new GenerateClientCertificateCommand({}));
  expect(other).not.toHaveProperty('description');
  const { items = [] } = await client.send(new GetClientCertificatesCommand({}));
  const listed = Object.fromEntries(items.map((item) => [item.clientCertificateId, item.tags]));
  expect(listed).toEqual({ [clientCertificateId]: tags, [other.clientCertificateId ?? '']: undefined });
  const deleted = await client.send(new DeleteClientCertificateCommand({ clientCertificateId }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetClientCertificateCommand({ clientCertificateId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Client Certificate identifier specified',
  });
});

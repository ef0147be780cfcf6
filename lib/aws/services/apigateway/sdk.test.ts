import {
  APIGatewayClient,
  GetSdkCommand,
  GetSdkTypeCommand,
  GetSdkTypesCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { sdkTypes } from '@/lib/model/sdkType';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const refused = (name: string, message: string) => expect.objectContaining({ name, message });

async function deployed(): Promise<string> {
  const { id } = await mockApi(kit);
  await kit.control.deployments.create(editor, id, { stageName: 'prod' });
  return id;
}

test('the types, all and one, with what each asks for', async () => {
  const { items } = await client.send(new GetSdkTypesCommand({}));
  expect(items).toEqual(sdkTypes);
  const { $metadata: _m, ...one } = await client.send(new GetSdkTypeCommand({ id: 'python' }));
  expect(one).toEqual(sdkTypes.find(({ id }) => id === 'python'));
  await expect(client.send(new GetSdkTypeCommand({ id: 'cobol' }))).rejects.toEqual(
    refused('NotFoundException', 'Invalid SDK type identifier specified'),
  );
});

test('every type that is listed is a zip under its name, and the same each time', async () => {
  const restApiId = await deployed();
  for (const { id: sdkType, configurationProperties } of sdkTypes) {
    const parameters = Object.fromEntries(
      configurationProperties.filter(({ required }) => required).map(({ name }) => [name, 'com.example']),
    );
    const command = () => new GetSdkCommand({ restApiId, stageName: 'prod', sdkType, parameters });
    const first = await client.send(command());
    expect(first.contentType).toBe('application/octet-stream');
    expect(first.contentDisposition).toBe(`attachment; filename="${sdkType}_${restApiId}_prod.zip"`);
    const bytes = Buffer.from(first.body ?? []);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const again = await client.send(command());
    expect(bytes.equals(Buffer.from(again.body ?? []))).toBe(true);
  }
});

test.each([
  'objectivec',
  'swift',
  'constructor',
])('%s is not offered, and the refusal tells what is', async (sdkType) => {
  const restApiId = await deployed();
  await expect(client.send(new GetSdkCommand({ restApiId, stageName: 'prod', sdkType }))).rejects.toEqual(
    refused(
      'BadRequestException',
      `SDK type ${sdkType} is not offered. Offered are: ${sdkTypes.map(({ id }) => id).join(', ')}`,
    ),
  );
});

test.each([
  [{}, 'Missing required parameter: serviceName'],
  [{ serviceName: 'pets' }, 'Missing required parameter: javaPackageName'],
  [{ serviceName: 'pets', javaPackageName: '../x' }, 'Invalid value of parameter javaPackageName'],
  [{ serviceName: 'pets', javaPackageName: 'com.my-pets' }, 'Invalid Java package name: com.my-pets'],
  [{ serviceName: 'pets', javaPackageName: 'com.class' }, 'Invalid Java package name: com.class'],
])('java with %j: %s', async (parameters, message) => {
  const at = { restApiId: await deployed(), stageName: 'prod', sdkType: 'java' };
  await expect(client.send(new GetSdkCommand({ ...at, parameters }))).rejects.toEqual(
    refused('BadRequestException', message),
  );
});

test('no API, no stage', async () => {
  const restApiId = await deployed();
  const get = (id: string, stageName: string) =>
    client.send(new GetSdkCommand({ restApiId: id, stageName, sdkType: 'python' }));
  await expect(get('none', 'prod')).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(get(restApiId, 'none')).rejects.toMatchObject({ name: 'NotFoundException' });
});

import { type HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { beforeEach } from 'vitest';
import { createControl } from '@/lib/control/createControl';
import { credentialsOf } from '@/lib/control/identity/credentials';
import type { ControlPorts } from '@/lib/control/ports';
import { type TestControl, testControl } from '@/lib/control/testControl';
import { createTestContext, testActor } from '@/lib/control/testing';
import { type AwsDoor, createAwsDoor } from '../createAwsDoor';
import { checkCognitoShape, checkShape } from './checkShape';
import type { Key } from './signedCall';

const administrator = testActor('administrator');

export interface TestDoor extends TestControl {
  door: AwsDoor;
  /** of the IAM user `ada`, who may do everything */
  key: Key;
  /** what the door said nobody foresaw; a test that leaves one behind fails */
  errors: { message: string; detail: Record<string, unknown> }[];
  /**
   * For the constructor of any of AWS's clients: signed as ada, handed to the door without a socket. Answers of API
   * Gateway's and Cognito's are held to the client's shapes.
   * `new APIGatewayClient(kit.client())`
   */
  client(key?: Key): ClientConfiguration;
}

export interface ClientConfiguration {
  region: string;
  endpoint: string;
  credentials: Key;
  maxAttempts: number;
  requestHandler: { handle(request: HttpRequest): Promise<{ response: HttpResponse }> };
}

/** A door on a fresh control plane for each test of a file. @param ports replaces single ports @param open another database */
export function testDoor(
  ports: Partial<ControlPorts> = {},
  open?: Parameters<typeof testControl>[0],
): TestDoor {
  const kit = testControl(open) as TestDoor;
  beforeEach(async () => {
    const context = createTestContext(kit.database, { now: () => Date.now(), ...ports });
    const control = createControl(context);
    kit.errors = [];
    Object.assign(kit, context, { control });
    kit.door = createAwsDoor({
      control,
      credentials: credentialsOf(context),
      region: 'us-east-1',
      accountId: '000000000000',
      open: false,
      now: () => Date.now(),
      log: { error: (message, detail) => kit.errors.push({ message, detail }) },
    });
    await control.identity.createUser(administrator, 'ada');
    kit.key = await control.identity.createAccessKey(administrator, 'ada');
    await control.identity.attachPolicy(administrator, 'ada', 'AdministratorAccess');
    kit.client = (key = kit.key) => ({
      region: 'us-east-1',
      endpoint: 'http://localhost:4566',
      credentials: key,
      maxAttempts: 1,
      requestHandler: { handle: (request) => handle(kit, request) },
    });
  });
  return kit;
}

async function handle({ door, errors }: TestDoor, request: HttpRequest) {
  const query = Object.entries(request.query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  const url = `http://localhost:4566${request.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const { method, headers, body } = request;
  const answer = await door(
    new Request(url, { method, headers, ...(body && method !== 'GET' && { body }) }),
    '127.0.0.1',
  );
  const [unforeseen] = errors;
  if (unforeseen) throw new Error(JSON.stringify(unforeseen));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { status } = answer;
  if (/\/apigateway\/aws4_request/.test(headers.authorization ?? ''))
    checkShape(method, url.slice('http://localhost:4566'.length), {
      status,
      text: Buffer.from(bytes).toString(),
    });
  const target = headers['x-amz-target'] ?? '';
  if (target.startsWith('AWSCognitoIdentityProviderService.'))
    checkCognitoShape(target, { status, text: Buffer.from(bytes).toString() });
  return {
    response: new HttpResponse({
      statusCode: status,
      headers: Object.fromEntries(answer.headers),
      body: bytes,
    }),
  };
}

import { createConnection } from 'node:net';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials } from './testing/socketApi';

const installAnother = installations();
const install = sharedInstallation();
const PASSWORD = 'correct horse battery';

/** Sends what AWS's own signer signed. */
async function signedFetch(
  { awsUrl }: Installation,
  service: string,
  path: string,
  headers: Record<string, string>,
  body: string,
) {
  const url = new URL(awsUrl);
  const signer = new SignatureV4({ service, region: 'us-east-1', credentials, sha256: Sha256 });
  const unsigned = new HttpRequest({
    method: 'POST',
    hostname: url.hostname,
    port: Number(url.port),
    path,
    headers: { host: url.host, ...headers },
    body,
  });
  const request = await signer.sign(unsigned);
  const answer = await fetch(`${awsUrl}${path}`, { method: 'POST', headers: request.headers, body });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

const whoAmI = (installation: Installation) =>
  signedFetch(
    installation,
    'sts',
    '/',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'Action=GetCallerIdentity&Version=2011-06-15',
  );

const invokeGreeting = (installation: Installation, body: string) =>
  signedFetch(
    installation,
    'lambda',
    '/2015-03-31/functions/greeting/invocations',
    { 'content-type': 'application/json', 'x-amz-log-type': 'Tail' },
    body,
  );

async function withPool(installation: Installation): Promise<string> {
  const pools = installation.control('userPools');
  const pool = await pools.create(operator, { name: 'Pets' });
  const ada = { username: 'ada', email: 'ada@example.com', password: PASSWORD, permanent: true };
  await pools.createUser(operator, pool.id, ada);
  return (await pools.createClient(operator, pool.id, { clientName: 'web' })).clientId;
}

test('AWS’s own clients, against the listener of a whole installation', async () => {
  const installation = await install();

  expect(await whoAmI(installation)).toMatchObject({
    status: 200,
    body: expect.stringContaining('<Arn>arn:aws:iam::000000000000:user/bootstrap</Arn>'),
  });

  await installation.control('functions').create(operator, {
    functionName: 'greeting',
    runtime: 'nodejs20.x',
    timeout: 60,
    code: {
      inlineCode:
        'export const handler = async ({ name }) => { console.log("asked"); return `hello ${name}`; };',
    },
  });
  const answer = await invokeGreeting(installation, '{"name":"Zoë"}');
  expect([answer.status, answer.body]).toEqual([200, '"hello Zoë"']);
  expect(Buffer.from(answer.headers.get('x-amz-log-result') ?? '', 'base64').toString()).toMatch(
    /^START RequestId: [\s\S]+asked[\s\S]+REPORT RequestId: /,
  );
  const large = JSON.stringify({ name: 'x'.repeat(5_000_000) });
  expect((await invokeGreeting(installation, large)).body).toHaveLength(5_000_008);
  const tooLarge = JSON.stringify('x'.repeat(8_000_000));
  expect((await invokeGreeting(installation, tooLarge)).status).toBe(413);
  expect((await whoAmI(installation)).status).toBe(200);

  const ClientId = await withPool(installation);
  const client = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: installation.awsUrl });
  const signIn = (password: string) =>
    client.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'ada', PASSWORD: password },
      }),
    );
  expect((await signIn(PASSWORD)).AuthenticationResult?.IdToken).toMatch(/^eyJ/);
  await expect(signIn('another one entirely')).rejects.toBeInstanceOf(NotAuthorizedException);
  client.destroy();

  expect((await fetch(installation.awsUrl, { method: 'POST' })).status).toBe(400);
  expect(await rawAnswer(installation, 'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 /,
  );
  expect(await installation.stop()).toBe(0);
});

test('without authorization every local call is the account’s own', async () => {
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_AWS_AUTH: 'off' });
  await installation.start();
  expect(installation.output).toContain('which asks for no signature (GATEHOUSE_AWS_AUTH=off)');
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const ask = async (more: Record<string, string>) => {
    const answer = await fetch(installation.awsUrl, {
      method: 'POST',
      headers: { ...headers, ...more },
      body,
    });
    return [answer.status, await answer.text()];
  };
  expect(await ask({})).toEqual([200, expect.stringContaining('arn:aws:iam::000000000000:root')]);
  expect(await ask({ origin: 'https://evil.example' })).toEqual([
    403,
    expect.stringContaining('AccessDenied'),
  ]);
});

/** What comes back for bytes that no client would send. */
function rawAnswer({ awsUrl }: Installation, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(new URL(awsUrl).port), '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
    socket.write(bytes);
  });
}

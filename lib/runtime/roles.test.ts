import { Sha256 } from '@aws-crypto/sha256-js';
import { ApiGatewayV2Client, GetRoutesCommand, UpdateRouteCommand } from '@aws-sdk/client-apigatewayv2';
import {
  CreateRoleCommand,
  DeleteRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials as administrator, region } from './testing/socketApi';

const install = sharedInstallation();
const ACCOUNT = 'arn:aws:iam::000000000000';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:role-told';
const text = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
const trusting = (Principal: object) => text({ Principal, Action: 'sts:AssumeRole' });

/** Says who called, whichever kind of API it is behind. */
const CODE = `export const handler = async ({ requestContext: { identity, authorizer } = {} }) => ({
  statusCode: 200,
  body: identity?.userArn ?? authorizer?.iam?.userArn ?? 'nobody',
});`;

/** A role with one inline policy, to be given and taken. */
async function roleOf(iam: IAMClient, RoleName: string, AssumeRolePolicyDocument: string, Action: string) {
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const own = { RoleName, PolicyName: 'own' };
  const PolicyDocument = text({ Action, Resource: '*' });
  const give = () => iam.send(new PutRolePolicyCommand({ ...own, PolicyDocument }));
  await give();
  return { arn: `${ACCOUNT}:role/${RoleName}`, give, take: () => iam.send(new DeleteRolePolicyCommand(own)) };
}

/** Both behind AWS_IAM, both calling the function in the role's name. @returns their URLs */
async function apisOf(installation: Installation, role: string): Promise<string[]> {
  const { id, rootResourceId } = await installation.control('restApis').create(operator, { name: 'signed' });
  const methods = installation.control('methods');
  const at = [operator, id, rootResourceId, 'GET'] as const;
  const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
  await methods.put(...at, { authorizationType: 'AWS_IAM' });
  await methods.putIntegration(...at, { type: 'AWS_PROXY', httpMethod: 'POST', uri, credentials: role });
  await installation.control('deployments').create(operator, id, { stageName: 'prod' });
  const { apiId } = await installation.control('apis').create(operator, {
    ...{ name: 'signed', protocolType: 'HTTP', target: FUNCTION, credentialsArn: role },
  });
  const v2 = new ApiGatewayV2Client({ region, endpoint: installation.awsUrl, credentials: administrator });
  const [route] = (await v2.send(new GetRoutesCommand({ ApiId: apiId }))).Items ?? [];
  const signed = { ApiId: apiId, RouteId: route?.RouteId, AuthorizationType: 'AWS_IAM' } as const;
  await v2.send(new UpdateRouteCommand(signed));
  return [installation.gatewayUrl(id, 'prod', '/'), installation.gatewayUrl(apiId, 'x', '')];
}

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** As AWS's own signer signs it. */
async function signedGet(address: string, credentials: Keys): Promise<string> {
  const { hostname, port, pathname, host } = new URL(address);
  const signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign(
    new HttpRequest({ method: 'GET', hostname, port: Number(port), path: pathname, headers: { host } }),
  );
  const answer = await fetch(address, { headers });
  return `${answer.status} ${answer.status === 200 ? await answer.text() : ''}`.trim();
}

test('AssumeRole, a signed call of a REST and of an HTTP API whose integrations have a role, and what each role loses', async () => {
  const installation = await install();
  const client = { region, endpoint: installation.awsUrl, credentials: administrator };
  const functions = installation.control('functions');
  const code = { inlineCode: CODE };
  await functions.create(operator, {
    ...{ functionName: 'role-told', runtime: 'nodejs20.x', timeout: 60, code },
  });
  await functions.invoke(operator, 'role-told', { payload: '{}' });
  const iam = new IAMClient(client);
  const caller = await roleOf(iam, 'api-caller', trusting({ AWS: `${ACCOUNT}:root` }), 'execute-api:Invoke');
  const gateway = { Service: 'apigateway.amazonaws.com' };
  const invoker = await roleOf(iam, 'api-invoker', trusting(gateway), 'lambda:InvokeFunction');
  const urls = await apisOf(installation, invoker.arn);

  const asked = new AssumeRoleCommand({ RoleArn: caller.arn, RoleSessionName: 'test' });
  const { Credentials } = await new STSClient(client).send(asked);
  const keys = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  const both = () => Promise.all(urls.map((url) => signedGet(url, keys)));
  const told = '200 arn:aws:sts::000000000000:assumed-role/api-caller/test';
  expect(await both()).toEqual([told, told]);

  await invoker.take();
  expect(await both()).toEqual(['500', '500']);
  await invoker.give();
  expect(await both()).toEqual([told, told]);

  await caller.take();
  expect(await both()).toEqual(['403', '403']);
  await caller.give();

  // Workers that start from the snapshot on disk know the same roles, and open the same tokens.
  await installation.killAll();
  await installation.start();
  expect(await both()).toEqual([told, told]);
});

import { expect, test } from 'vitest';
import type { ApiDeploymentDocument } from '../snapshot/apiTypes';
import { apiIntegration, route } from '../testing/apiDocuments';
import { ADA_KEY, adaWith } from '../testing/signedCall';
import { signedConnect } from './testing/signedConnect';
import {
  connected,
  FUNCTION,
  invocationUri,
  socketGateway,
  socketSnapshot,
  twoWay,
} from './testing/socketGateway';

/* `arn:aws:iam::*:user/*`: every message is answered by the right of who connected, as it is by then. */
const policyOf = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const may = policyOf('execute-api:Invoke', 'lambda:InvokeFunction');

const deployment = (): Partial<ApiDeploymentDocument> => ({
  routes: [
    route('$connect', { authorizationType: 'AWS_IAM', target: 'integrations/mock' }),
    route('$default', twoWay),
  ],
  integrations: [
    apiIntegration({
      ...{ integrationType: 'AWS_PROXY', integrationMethod: 'POST', integrationUri: invocationUri() },
      credentialsArn: 'arn:aws:iam::*:user/*',
    }),
    apiIntegration({
      ...{ integrationId: 'mock', integrationType: 'MOCK' },
      requestTemplates: { $default: '{"statusCode": 200}' },
    }),
  ],
});

test('a message counts by what its user may when it comes, not when it connected', async () => {
  const withPolicy = (policy: string) => ({ iamUsers: [adaWith(policy)], accessKeys: [ADA_KEY] });
  const gateway = await socketGateway(deployment(), {
    ...withPolicy(may),
    work: () => ({ statusCode: 200, body: 'in' }),
  });
  const client = await connected(gateway, await signedConnect(gateway, false));
  client.webSocket.send('1');
  expect(await client.received(1)).toEqual(['in']);
  const next = (revision: number, policy: string) =>
    gateway.gateway.apply({
      ...socketSnapshot(deployment(), withPolicy(policy)),
      revision,
    });
  next(2, policyOf('execute-api:Invoke'));
  client.webSocket.send('2');
  const [, refusal] = await client.received(2);
  expect(JSON.parse(String(refusal))).toMatchObject({ message: 'Internal server error' });
  next(3, may);
  client.webSocket.send('3');
  expect((await client.received(3))[2]).toBe('in');
  expect(gateway.functions.calls.map(({ functionArn }) => functionArn)).toEqual([FUNCTION, FUNCTION]);
});

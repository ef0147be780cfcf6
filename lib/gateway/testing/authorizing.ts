/** Methods behind a Lambda authorizer, through sockets; only the function itself is played. For tests. */
import type { AuthorizerDocument, DeploymentDocument, StageDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from './createTestGateway';
import {
  apiKey,
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
  usagePlan,
} from './documents';
import { type TestFunction, TestFunctions } from './TestFunctions';

export const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
export const uri = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

export const TOKEN: AuthorizerDocument = {
  id: 'auth1',
  name: 'auth',
  type: 'TOKEN',
  authorizerUri: uri(FUNCTION),
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 0,
  providerARNs: [],
};
export const REQUEST: AuthorizerDocument = {
  ...TOKEN,
  type: 'REQUEST',
  identitySource: 'method.request.header.X-User, method.request.querystring.team',
};

export const policy = (effect: string, resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Action: 'execute-api:Invoke', Resource: resource }],
});
export const allow = { principalId: 'ada', policyDocument: policy('Allow') };

const seen = `{"principal":"$context.authorizer.principalId","a":"$context.authorizer.a","n":"$context.authorizer.n","b":"$context.authorizer.b","latency":"$context.authorizer.integrationLatency"}`;

let gateway: TestGateway | undefined;

/** For afterEach. */
export async function closeAuthorizing(): Promise<void> {
  await gateway?.close();
  gateway = undefined;
}

/** `/a` and `/b/{id}` behind the authorizer, whose function does `work`; `/keyed` needs a key as well. */
export async function authorizing(
  authorizer: AuthorizerDocument,
  work: TestFunction,
  part: Partial<DeploymentDocument> = {},
  ofStage: Partial<StageDocument> = {},
): Promise<TestGateway & { functions: TestFunctions }> {
  const functions = new TestFunctions({ [FUNCTION]: work });
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': seen } }) };
  const closed = (apiKeyRequired = false) =>
    method('GET', integration({ integrationResponses: responses }), {
      authorizationType: 'CUSTOM',
      authorizerId: 'auth1',
      apiKeyRequired,
    });
  const resources = { '/a': [closed()], '/b/{id}': [closed()], '/keyed': [closed(true)] };
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment(resources, { authorizers: [authorizer], ...part })],
      stages: [stage({ variables: { fn: 'auth' }, ...ofStage })],
      usagePlans: [usagePlan()],
      apiKeys: [apiKey('key-of-ada')],
    }),
    { functions },
  );
  return { ...gateway, functions };
}

export const asAda = { headers: { Authorization: 'token-of-ada' } };

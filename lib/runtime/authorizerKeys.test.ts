import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();
const KEY = 'a key that only the authorizer knows'.replaceAll(' ', '-');

/** The key comes from the function, not from the caller; a guest is let in and has none. */
const CODE = `export const handler = async ({ authorizationToken: token }) => {
  if (token !== 'ada' && token !== 'guest') throw new Error('Unauthorized');
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
  const policy = { principalId: token, policyDocument: { Version: '2012-10-17', Statement } };
  return token === 'ada' ? { ...policy, usageIdentifierKey: ${JSON.stringify(KEY)} } : policy;
};`;

const document = `
openapi: 3.0.1
info: { title: Metered, version: '1' }
x-amazon-apigateway-api-key-source: AUTHORIZER
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: execute-api:/* }
    - { Effect: Deny, Principal: '*', Action: execute-api:Invoke, Resource: execute-api:/*/GET/closed }
paths:
  /metered:
    get: &metered
      responses: { '200': { description: 200 response } }
      security: [{ meter: [] }, { api_key: [] }]
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses:
          default:
            statusCode: '200'
            responseTemplates: { application/json: $context.authorizer.principalId }
  /closed:
    get: *metered
components:
  securitySchemes:
    api_key: { type: apiKey, name: x-api-key, in: header }
    meter:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:meter/invocations
        authorizerResultTtlInSeconds: 300
`;

/** The document's API on stage `live`, its function, and a plan of three calls a day for the authorizer's key. */
async function meteredApi(
  installation: Installation,
): Promise<Record<'restApiId' | 'apiKeyId' | 'usagePlanId', string>> {
  await installation.control('functions').create(operator, {
    functionName: 'meter',
    runtime: 'nodejs20.x',
    timeout: 20,
    code: { inlineCode: CODE },
  });
  const { restApi, warnings } = await installation.control('restApis').import(operator, { document });
  expect(warnings).toEqual([]);
  const restApiId = restApi?.id ?? '';
  const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:meter';
  await installation.control('functions').permitApi(operator, restApiId, [functionArn]);
  await installation.control('deployments').create(operator, restApiId, { stageName: 'live' });
  const { id: apiKeyId } = await installation
    .control('apiKeys')
    .create(operator, { name: 'ada', value: KEY });
  const plans = installation.control('usagePlans');
  const plan = await plans.create(operator, {
    name: 'metered',
    apiStages: [{ apiId: restApiId, stage: 'live' }],
    quota: { limit: 3, offset: 0, period: 'DAY' },
  });
  await plans.addKey(operator, plan.id, apiKeyId);
  return { restApiId, apiKeyId, usagePlanId: plan.id };
}

test('from a document to the figures: the key that an authorizer gives is what a plan counts', async () => {
  const installation = await install();
  const { restApiId, apiKeyId, usagePlanId } = await meteredApi(installation);
  const ask = async (path: string, headers: Record<string, string>) => {
    const { status, body } = await call(installation.gatewayUrl(restApiId, 'live', path), false, headers);
    return `${status} ${body}`;
  };
  expect(await ask('/metered', {})).toMatch(/^401 /);
  // A busy machine may need longer to start the function than an authorizer is waited for.
  const eve = () => ask('/metered', { Authorization: 'eve' });
  expect(await until('the function', async () => /^401 /.test(await eve()) && eve())).toMatch(/^401 /);
  // The caller's own header says nothing here, not even with the right value.
  expect(await ask('/metered', { Authorization: 'guest', 'x-api-key': KEY })).toMatch(/^403 .*Forbidden/);
  expect(await ask('/closed', { Authorization: 'ada' })).toMatch(/^403 .*explicit deny/);

  for (let calls = 0; calls < 3; calls++)
    expect(await ask('/metered', { Authorization: 'ada' })).toBe('200 ada');
  expect(await ask('/metered', { Authorization: 'ada', 'x-api-key': 'anything' })).toMatch(/^429 /);

  const quotas = () => installation.control('usagePlans').quotas(operator, usagePlanId);
  const counted = await until('the count of the plan', async () => {
    const [quota] = await quotas();
    return quota?.used === 3 && quota;
  });
  expect(counted).toMatchObject({ quotaOwnerId: apiKeyId, usagePlanId, limit: 3 });
});

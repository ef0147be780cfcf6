import { expect, test } from 'vitest';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';

const broken = { 'application/json': '#if(' };

test.each([
  ['request', { requestTemplates: broken }],
  ['response', { integrationResponses: { 200: integrationResponse({ responseTemplates: broken }) } }],
])('a %s template that does not compile fails its calls and no others', async (_name, part) => {
  const resources = {
    '/broken': [method('GET', integration(part))],
    '/whole': [method('GET', integration())],
  };
  const gateway = await createTestGateway(snapshot({ deployments: [deployment(resources)] }));
  const answers = [await gateway.call('/broken'), await gateway.call('/whole')];
  await gateway.close();
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [500, '{"message": "Internal server error"}'],
    [200, ''],
  ]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';

let gateway: TestGateway;
let revision = 0;

beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway.close());

/** Deploys a MOCK with these templates and calls it. */
async function run(requestTemplate: string | undefined, responseTemplate: string | undefined, body = '') {
  revision += 1;
  const deploymentId = `dep${revision}`;
  const templates = (source: string | undefined): Record<string, string> =>
    source === undefined ? {} : { 'application/json': source };
  const document = integration({
    requestTemplates: templates(requestTemplate),
    integrationResponses: {
      200: integrationResponse({ responseTemplates: templates(responseTemplate) }),
      404: integrationResponse({ statusCode: '404', selectionPattern: '4\\d{2}' }),
    },
  });
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/': [method('POST', document)] }, { deploymentId })],
      stages: [stage({ deploymentId })],
    }),
  );
  const answer = await gateway.call('/', { method: 'POST', body });
  return [answer.status, answer.body];
}

const internal = '{"message": "Internal server error"}';

test.each<{ rule: string; request?: string; response?: string; body?: string; expected: [number, string] }>([
  { rule: 'the status code selects the response', request: '{"statusCode": 404}', expected: [404, ''] },
  {
    rule: 'a code of no pattern takes the default',
    request: '{"statusCode": 500}',
    response: 'd',
    expected: [200, 'd'],
  },
  { rule: 'without a template the body is read', body: '{"statusCode": 404}', expected: [404, ''] },
  { rule: 'nothing to read', expected: [500, internal] },
  { rule: 'a code that is text', request: '{"statusCode": "200"}', expected: [500, internal] },
  {
    rule: "the request template's output is not the response template's input",
    request: '{"statusCode": 200, "a": 1}',
    response: '[$input.path("$.a")]',
    expected: [200, '[]'],
  },
  {
    rule: "the request template's overrides are readable in the response template",
    request: '#set($context.requestOverride.header.h = "seen"){"statusCode": 200}',
    response: '$context.requestOverride.header.h',
    expected: [200, 'seen'],
  },
  {
    rule: 'so are members of other names that it put there',
    request:
      '#set($context.responseOverride.custom = "c")#set($context.requestOverride.list = [1]){"statusCode": 200}',
    response: '$context.responseOverride.custom $context.requestOverride.list',
    expected: [200, 'c [1]'],
  },
  {
    rule: 'a status set in the request template takes effect without a response template',
    request: '#set($context.responseOverride.status = 444){"statusCode": 200}',
    expected: [444, ''],
  },
])('$rule', async ({ request, response, body, expected }) => {
  expect(await run(request, response, body)).toEqual(expected);
});

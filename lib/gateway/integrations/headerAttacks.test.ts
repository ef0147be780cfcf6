import { expect, onTestFinished, test } from 'vitest';
import type { IntegrationDocument, IntegrationResponseDocument } from '../snapshot/types';
import { createBackend } from '../testing/createBackend';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import type { SendOptions } from '../testing/sendRequest';
import { scriptedBackend } from '../transport/testing/scriptedBackend';

/* reliability.md 4.3, B6 and B11: what strangers put into headers on their way to and from backends. */

const EVIL = 'a\r\nX-Evil: 1';
/** A stage variable as URIs write it; spelled so that nobody takes it for a template literal gone wrong. */
const variable = (name: string) => `\${stageVariables.${name}}`;

interface Attack {
  part: Partial<IntegrationDocument>;
  options?: Partial<SendOptions>;
  path?: string;
  answer?: string;
}

/** One call of one method of that integration. */
async function attack({ part, options, path = '/x', answer = 'ok' }: Attack) {
  const backend = await createBackend((_request, response) => response.end(answer));
  const document = integration({ type: 'HTTP', httpMethod: 'POST', uri: `${backend.url}/base`, ...part });
  const variables = { evil: EVIL };
  const gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/{p}': [method('ANY', document)] })],
      stages: [stage({ variables })],
    }),
  );
  onTestFinished(async () => {
    await gateway.close();
    await backend.close();
  });
  const reply = await gateway.call(path, { method: 'POST', ...options });
  const names = [...reply.rawHeaders, ...(backend.requests[0]?.rawHeaders ?? [])].map(([name]) => name);
  expect(names.map((name) => name.toLowerCase())).not.toContain('x-evil');
  return { reply, seen: backend.requests };
}

const toHeader = (source: string) => ({ 'integration.request.header.X-Mapped': source });
const template = (text: string) => ({ requestTemplates: { 'application/json': text } });
const override = (name: string, value: string) =>
  template(`#set($context.requestOverride.header['${name}'] = ${value})`);
const json = (value: unknown) => ({ body: JSON.stringify({ value }) });
const ALL_VALUES = '#foreach($i in [1..900])#set($x = $list.add("some twenty-five characters"))#end';

test.each<{ rule: string; status: number } & Attack>([
  {
    rule: 'a query value',
    part: { requestParameters: toHeader('method.request.querystring.q') },
    path: '/x?q=a%0d%0aX-Evil:%201',
    status: 400,
  },
  ...['\r\nX-Evil: 1', '\n', '\r', '\0', '\u000b', '\u001b', '\u007f'].map((value) => ({
    rule: `a value of the body, ${JSON.stringify(value)}`,
    part: { requestParameters: toHeader('method.request.body.value') },
    options: json(`a${value}b`),
    status: 400,
  })),
  { rule: 'a stage variable', part: { requestParameters: toHeader('stageVariables.evil') }, status: 400 },
  {
    rule: 'a header of HTTP_PROXY',
    part: { type: 'HTTP_PROXY', requestParameters: toHeader('method.request.querystring.q') },
    path: '/x?q=a%0aX-Evil:1',
    status: 400,
  },
  {
    rule: "a template's override",
    part: override('X-Mapped', '$input.path("$.value")'),
    options: json(EVIL),
    status: 400,
  },
  {
    rule: 'the name of an override',
    part: template('#set($context.requestOverride.header[$input.path("$.value")] = "1")'),
    options: json('X-Mapped: 1\r\nX-Evil'),
    status: 500,
  },
  {
    rule: 'a host in a stage variable',
    part: { uri: `http://127.0.0.1${variable('evil')}/` },
    status: 500,
  },
  {
    rule: 'a header of 30 KB',
    part: { requestParameters: toHeader('method.request.body') },
    options: { body: 'x'.repeat(30_000) },
    status: 400,
  },
  {
    rule: 'hundreds of headers out of one list',
    part: template(`#set($list = [])${ALL_VALUES}#set($context.requestOverride.header.X-Mapped = $list)`),
    status: 400,
  },
  {
    rule: 'a URL of 100 KB',
    part: { requestParameters: { 'integration.request.querystring.q': 'method.request.body' } },
    options: { body: 'x'.repeat(100_000) },
    status: 500,
  },
])('to a backend, $rule: $status', async ({ status, ...given }) => {
  const { reply, seen } = await attack(given);
  expect(reply.status).toBe(status);
  expect(seen).toEqual([]);
});

test.each<{ rule: string; url: string } & Attack>([
  {
    rule: 'the path',
    part: {
      requestParameters: { 'integration.request.path.v': 'method.request.querystring.q' },
      uri: '{base}',
    },
    url: '/base/a%0D%0AX-Evil%3A%201',
  },
  {
    rule: 'the query',
    part: { requestParameters: { 'integration.request.querystring.v': 'method.request.querystring.q' } },
    url: '/base?v=a%0D%0AX-Evil%3A%201',
  },
])('to a backend, line ends in $rule stand encoded', async ({ part, url }) => {
  const backend = await createBackend((_request, response) => response.end('ok'));
  onTestFinished(() => backend.close());
  const uri = part.uri ? `${backend.url}/base/{v}` : `${backend.url}/base`;
  const { reply } = await attack({ part: { ...part, uri }, path: '/x?q=a%0d%0aX-Evil:%201' });
  expect(reply.status).toBe(200);
  expect(backend.requests[0]?.url).toBe(url);
});

const response = (part: Partial<IntegrationResponseDocument>) => ({
  integrationResponses: { 200: integrationResponse(part) },
});
const fromHeader = (source: string) =>
  response({ responseParameters: { 'method.response.header.X-Mapped': source } });
const answering = (text: string) => response({ responseTemplates: { 'application/json': text } });

test.each<{ rule: string } & Attack>([
  {
    rule: 'a value of its body',
    part: fromHeader('integration.response.body.value'),
    answer: JSON.stringify({ value: EVIL }),
  },
  { rule: 'its whole body', part: fromHeader('integration.response.body'), answer: EVIL },
  { rule: 'a stage variable', part: fromHeader('stageVariables.evil') },
  {
    rule: "a template's override",
    part: answering('#set($context.responseOverride.header.X-Mapped = $input.path("$.value"))'),
    answer: JSON.stringify({ value: EVIL }),
  },
  {
    rule: 'the name of an override',
    part: answering('#set($context.responseOverride.header[$input.path("$.value")] = "1")'),
    answer: JSON.stringify({ value: 'X-Mapped: 1\r\nX-Evil' }),
  },
  { rule: 'a header of 100 KB', part: fromHeader('integration.response.body'), answer: 'x'.repeat(100_000) },
])('from a backend, $rule: 500', async ({ rule: _rule, ...given }) => {
  const { reply } = await attack(given);
  expect([reply.status, reply.body]).toEqual([500, '{"message": "Internal server error"}']);
  expect(reply.rawHeaders.map(([name]) => name.toLowerCase())).not.toContain('x-mapped');
});

/** What a proxied backend writes itself, as bytes. */
test.each<[rule: string, head: string, status: number]>([
  ['NUL in a value', 'X-A: a\0b', 502],
  ['a bare CR', 'X-A: a\rX-Evil: 1', 502],
  ['a bare LF', 'X-A: a\nX-Evil: 1', 502],
  ['a folded line', 'X-A: a\r\n X-Evil: 1', 502],
  ['a space before the colon', 'X-Evil : 1', 502],
  ['a name with a space', 'X-A b: 1', 502],
  ['no name', ': 1', 502],
  ['no colon', 'X-Evil', 502],
  ['an escape in a value', 'X-A: \x1b[2J', 502],
])('from a proxied backend, %s', async (_rule, head, status) => {
  const backend = await scriptedBackend((socket) =>
    socket.end(Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\nContent-Length: 2\r\n\r\nok`, 'latin1')),
  );
  const { reply } = await attack({ part: { type: 'HTTP_PROXY', uri: backend.origin } });
  expect(reply.status).toBe(status);
});

test('B11 a bomb from a backend goes on as it came', async () => {
  const bomb = Buffer.from('not to be undone: the gateway does not look');
  const backend = await createBackend((_request, reply) => {
    reply.setHeader('Content-Encoding', 'gzip');
    reply.end(bomb);
  });
  onTestFinished(() => backend.close());
  const { reply } = await attack({ part: { type: 'HTTP_PROXY', uri: backend.url } });
  expect([reply.status, reply.headers['content-encoding']]).toEqual([200, 'gzip']);
  expect(reply.bytes).toEqual(bomb);
});

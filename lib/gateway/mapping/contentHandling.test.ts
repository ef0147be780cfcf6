import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContentHandling } from '../snapshot/types';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';
import { compileBinaryTypes, convertRequest, convertResponse } from './contentHandling';

interface Vector {
  input: { base64: string };
  request_content_type?: string | null;
  response_content_type?: string | null;
  client_accept?: string | null;
  binary_medias: string[] | null;
  content_handling: ContentHandling | null;
  expected: { base64: string } | string;
}

function vectorsOf(file: string): Vector[] {
  const text = readFileSync(new URL(`./vectors/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { vectors: Vector[] }).vectors;
}

const bodyOf = ({ input }: Vector) => Buffer.from(input.base64, 'base64');

function outcome(convert: () => { bytes: Buffer }): Vector['expected'] {
  try {
    return { base64: convert().bytes.toString('base64') };
  } catch {
    return '500 Internal server error';
  }
}

test.each(
  vectorsOf('binary-request.json'),
)('request $request_content_type of $binary_medias, $content_handling', (vector) => {
  const { request_content_type: type, binary_medias: medias, content_handling: handling, expected } = vector;
  const binary = compileBinaryTypes(medias ?? undefined);
  expect(
    outcome(() => convertRequest(bodyOf(vector), type ?? undefined, binary, handling ?? undefined)),
  ).toEqual(expected);
});

test.each(
  vectorsOf('binary-response.json'),
)('response $response_content_type for $client_accept of $binary_medias, $content_handling', (vector) => {
  const binary = compileBinaryTypes(vector.binary_medias ?? undefined);
  const types = {
    contentType: vector.response_content_type ?? undefined,
    accept: vector.client_accept ?? undefined,
  };
  const handling = vector.content_handling ?? undefined;
  expect(outcome(() => convertResponse(bodyOf(vector), types, binary, handling))).toEqual(vector.expected);
});

test.each([
  ['image/png', 'image/png', true],
  ['image/png', 'IMAGE/PNG; q=1', true],
  ['image/*', 'image/gif', true],
  ['*/*', 'text/plain', true],
  ['*/*', undefined, true],
  ['*/png', 'image/png', false],
  ['*/png', '*/png', false],
  ['image/png', 'image/gif', false],
  ['image/*', 'imagery/gif', false],
])('the list entry %s and the type %s: %s', (entry, type, expected) => {
  expect(compileBinaryTypes([entry])?.(type)).toBe(expected);
});

let gateway: TestGateway;
let backend: TestBackend;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);

beforeAll(async () => {
  backend = await createBackend(({ bytes }, response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(bytes);
  });
  const http = (part: object, response: object = {}) =>
    method(
      'POST',
      integration({
        type: 'HTTP',
        httpMethod: 'POST',
        uri: backend.url,
        integrationResponses: { 200: integrationResponse(response) },
        ...part,
      }),
    );
  const document = deployment(
    {
      '/bytes': [http({})],
      '/text': [http({ contentHandling: 'CONVERT_TO_TEXT' })],
      '/template': [http({ requestTemplates: { 'image/png': 'x' } })],
      '/text-template': [
        http({ contentHandling: 'CONVERT_TO_TEXT', requestTemplates: { 'image/png': '<$input.body>' } }),
      ],
      '/response-text': [http({}, { contentHandling: 'CONVERT_TO_TEXT' })],
      '/response-template': [http({}, { responseTemplates: { 'application/json': 'x' } })],
    },
    { binaryMediaTypes: ['image/*'] },
  );
  gateway = await createTestGateway(snapshot({ deployments: [document] }));
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

test.each<
  [
    rule: string,
    path: string,
    accept: string,
    status: number,
    sent: Buffer | string | undefined,
    got: Buffer | string,
  ]
>([
  ['bytes pass both ways', '/bytes', 'image/png', 200, PNG, PNG],
  ['bytes to a caller of text: base64', '/bytes', 'text/plain', 200, PNG, PNG.toString('base64')],
  ['CONVERT_TO_TEXT sends base64', '/text', 'image/png', 200, PNG.toString('base64'), PNG.toString('base64')],
  [
    'a template over bytes fails',
    '/template',
    'image/png',
    500,
    undefined,
    '{"message": "Internal server error"}',
  ],
  [
    'a template over text sees base64',
    '/text-template',
    'image/png',
    200,
    `<${PNG.toString('base64')}>`,
    `<${PNG.toString('base64')}>`,
  ],
  ['CONVERT_TO_TEXT of an answer', '/response-text', 'image/png', 200, PNG, PNG.toString('base64')],
  [
    'a response template over bytes fails',
    '/response-template',
    'image/png',
    500,
    PNG,
    '{"message": "Internal server error"}',
  ],
])('%s', async (_rule, path, accept, status, sent, got) => {
  backend.requests.length = 0;
  const headers = { 'Content-Type': 'image/png', Accept: accept };
  const answer = await gateway.call(path, { method: 'POST', headers, body: PNG });
  expect(answer.status).toBe(status);
  expect(answer.bytes).toEqual(Buffer.from(got));
  expect(backend.requests[0]?.bytes).toEqual(sent === undefined ? undefined : Buffer.from(sent));
});

import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

/** As people ship functions: one file with all that it imports. */
async function bundled(source: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  return { 'index.js': outputFiles[0]?.text ?? '' };
}

/** The event of a proxy integration, as short as libraries take it. */
const event = (method: string, path: string, body: unknown = null) => ({
  resource: '/{proxy+}',
  path,
  httpMethod: method,
  headers: { 'content-type': 'application/json', host: 'api.example.com' },
  multiValueHeaders: { 'content-type': ['application/json'], host: ['api.example.com'] },
  queryStringParameters: { a: '1' },
  multiValueQueryStringParameters: { a: ['1'] },
  pathParameters: { proxy: path.slice(1) },
  stageVariables: null,
  requestContext: {
    accountId: '000000000000',
    apiId: 'abc',
    httpMethod: method,
    path: `/prod${path}`,
    stage: 'prod',
    requestId: 'r',
    resourceId: 'x',
    resourcePath: '/{proxy+}',
    identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
  },
  body: body === null ? null : JSON.stringify(body),
  isBase64Encoded: false,
});

test('an express application behind @codegenie/serverless-express', async () => {
  const files = await bundled(`
    import express from 'express';
    import serverlessExpress from '@codegenie/serverless-express';
    const app = express();
    app.use(express.json());
    app.get('/pets/:id', (request, response) => response.status(202).json({ id: request.params.id, a: request.query.a }));
    app.post('/pets', (request, response) => response.cookie('s', '1').json({ got: request.body }));
    // The library has no answer of its own for what no route takes.
    app.use((request, response) => response.status(404).end());
    export const handler = serverlessExpress({ app });
  `);
  await host.add('express', { files });
  const got = await host.call('express', event('GET', '/pets/7'));
  expect(got).toMatchObject({ functionError: undefined, body: { statusCode: 202 } });
  expect(JSON.parse(got.body.body)).toEqual({ id: '7', a: '1' });
  const posted = await host.call('express', event('POST', '/pets', { name: 'Rex' }));
  expect(JSON.parse(posted.body.body)).toEqual({ got: { name: 'Rex' } });
  expect(JSON.stringify(posted.body.multiValueHeaders)).toContain('s=1');
  expect((await host.call('express', event('GET', '/nowhere'))).body.statusCode).toBe(404);
});

test('a router of @aws-lambda-powertools/event-handler', async () => {
  const files = await bundled(`
    import { Router } from '@aws-lambda-powertools/event-handler/http';
    const app = new Router();
    app.get('/pets/:id', ({ params }) => ({ id: params.id }));
    app.post('/pets', async ({ req }) => ({ got: await req.json() }));
    export const handler = async (event, context) => app.resolve(event, context);
  `);
  await host.add('router', { files });
  const got = await host.call('router', event('GET', '/pets/7'));
  expect(got).toMatchObject({ functionError: undefined, body: { statusCode: 200 } });
  expect(JSON.parse(got.body.body)).toEqual({ id: '7' });
  const posted = await host.call('router', event('POST', '/pets', { name: 'Rex' }));
  expect(JSON.parse(posted.body.body)).toEqual({ got: { name: 'Rex' } });
  expect((await host.call('router', event('GET', '/nowhere'))).body.statusCode).toBe(404);
});

import { afterEach, describe, expect, test } from 'vitest';
import type { CorsDocument } from '../snapshot/apiTypes';
import type { Answer } from '../testing/sendRequest';
import { type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';

/* reference/http-apis.md section 8; reliability.md B25. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
const CORS: CorsDocument = {
  allowOrigins: ['https://a.test'],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['X-One', 'X-Two'],
  exposeHeaders: ['X-Seen'],
  maxAge: 300,
};
async function start(corsConfiguration: CorsDocument | undefined, parts: HttpApiParts = {}) {
  api = await startHttpApi({
    keys: ['GET /'],
    ...(corsConfiguration && { api: { corsConfiguration } }),
    answer: (_request, response) =>
      void response
        .writeHead(200, { 'Access-Control-Allow-Origin': 'backend', 'access-control-x': 'y', 'X-Seen': '1' })
        .end('ok'),
    ...parts,
  });
  return api;
}
const corsOf = ({ headers }: Answer) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('access-control-') || name === 'vary'),
  );
const preflight = (origin = 'https://a.test', asked: Record<string, string> = {}) => ({
  method: 'OPTIONS',
  headers: { Origin: origin, 'Access-Control-Request-Method': 'GET', ...asked },
});

describe('a preflight is answered without a route, a backend or an authorizer', () => {
  test('204 with what is allowed', async () => {
    const { get, backend } = await start(CORS);
    const answer = await get('/nowhere', preflight());
    expect([answer.status, answer.body, backend.requests.length]).toEqual([204, '', 0]);
    expect(corsOf(answer)).toEqual({
      'access-control-allow-origin': 'https://a.test',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'X-One,X-Two',
      'access-control-max-age': '300',
      vary: 'Origin',
    });
    expect(answer.headers['apigw-requestid']).toBeDefined();
  });

  test.each<
    [
      rule: string,
      cors: CorsDocument,
      origin: string,
      asked: Record<string, string>,
      allowed: string | undefined,
    ]
  >([
    ['another origin', CORS, 'https://b.test', {}, undefined],
    ['B25: a sub-domain', CORS, 'https://x.a.test', {}, undefined],
    ['B25: an origin that begins so', CORS, 'https://a.test.evil', {}, undefined],
    ['B25: null', CORS, 'null', {}, undefined],
    ['an origin in another case', CORS, 'https://A.test', {}, 'https://A.test'],
    ['another method', CORS, 'https://a.test', { 'Access-Control-Request-Method': 'PUT' }, undefined],
    [
      'another header',
      CORS,
      'https://a.test',
      { 'Access-Control-Request-Headers': 'x-one, x-three' },
      undefined,
    ],
    [
      'headers in any case',
      CORS,
      'https://a.test',
      { 'Access-Control-Request-Headers': 'x-one, X-TWO' },
      'https://a.test',
    ],
    [
      '*',
      { allowOrigins: ['*'], allowMethods: ['*'], allowHeaders: ['*'] },
      'https://x.test',
      { 'Access-Control-Request-Headers': 'x' },
      '*',
    ],
    [
      'https://*',
      { allowOrigins: ['https://*'], allowMethods: ['*'] },
      'https://x.test',
      {},
      'https://x.test',
    ],
    [
      'https://* is not http',
      { allowOrigins: ['https://*'], allowMethods: ['*'] },
      'http://x.test',
      {},
      undefined,
    ],
    ['http://*', { allowOrigins: ['http://*'], allowMethods: ['*'] }, 'http://x.test', {}, 'http://x.test'],
    [
      'B25: * with credentials allows nobody',
      { allowOrigins: ['*'], allowMethods: ['*'], allowCredentials: true },
      'https://x.test',
      {},
      undefined,
    ],
    [
      'B25: nor does https://*',
      { allowOrigins: ['https://*'], allowMethods: ['*'], allowCredentials: true },
      'https://x.test',
      {},
      undefined,
    ],
    [
      'B25: nor does an Origin of *',
      { allowOrigins: ['*'], allowMethods: ['*'], allowCredentials: true },
      '*',
      {},
      undefined,
    ],
    ['nothing is allowed that is not listed', {}, 'https://a.test', {}, undefined],
  ])('%s', async (_rule, cors, origin, asked, allowed) => {
    const { get } = await start(cors);
    const answer = await get('/', preflight(origin, asked));
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe(allowed);
    if (allowed === undefined) expect(corsOf(answer)).toEqual({});
  });

  test('credentials are told with an origin that is named', async () => {
    const { get } = await start({ ...CORS, allowCredentials: true });
    expect(corsOf(await get('/', preflight()))).toMatchObject({
      'access-control-allow-credentials': 'true',
      'access-control-allow-origin': 'https://a.test',
    });
  });

  test('OPTIONS without Access-Control-Request-Method, or without Origin, is routed', async () => {
    const { get } = await start(CORS, { keys: ['$default'] });
    expect((await get('/', { method: 'OPTIONS', headers: { Origin: 'https://a.test' } })).body).toBe('ok');
    const { status } = await get('/', {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'GET' },
    });
    expect(status).toBe(200);
  });
});

describe('answers', () => {
  test('a backend’s CORS headers are replaced', async () => {
    const { get } = await start(CORS);
    expect(corsOf(await get('/', { headers: { Origin: 'https://a.test' } }))).toEqual({
      'access-control-allow-origin': 'https://a.test',
      'access-control-expose-headers': 'X-Seen',
      vary: 'Origin',
    });
  });

  test('and discarded for a call without Origin, or from one that is not allowed', async () => {
    const { get } = await start(CORS);
    expect(corsOf(await get('/'))).toEqual({});
    expect(corsOf(await get('/', { headers: { Origin: 'https://b.test' } }))).toEqual({});
  });

  test('errors carry them too', async () => {
    const { get } = await start(CORS);
    const answer = await get('/nowhere', { headers: { Origin: 'https://a.test' } });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([404, 'https://a.test']);
  });

  test('without a configuration a backend’s own pass, and OPTIONS is a method as any other', async () => {
    const { get } = await start(undefined);
    const headers = { Origin: 'https://a.test' };
    expect((await get('/', { headers })).headers['access-control-allow-origin']).toBe('backend');
    expect((await get('/', preflight())).status).toBe(404);
  });

  test('a change is live without a deployment', async () => {
    const { get, gateway, snapshot } = await start(undefined);
    const [own] = snapshot.apis ?? [];
    gateway.apply({
      ...snapshot,
      ...{ revision: 2, basis: 1, apiDeployments: [] },
      apis: own ? [{ ...own, corsConfiguration: CORS }] : [],
    });
    expect((await get('/', preflight())).status).toBe(204);
  });
});

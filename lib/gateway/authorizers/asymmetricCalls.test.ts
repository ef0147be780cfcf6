import { createPrivateKey, sign } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { Snapshot } from '../snapshot/types';
import { route } from '../testing/apiDocuments';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';
import { adaWith } from '../testing/signedCall';
import { startHttpApi } from '../testing/startHttpApi';
import { canonicalRequest, sha256Hex } from './sigv4/canonicalRequest';

/* Reference section 14, IAM: REST APIs take Signature Version 4A too, HTTP APIs do not (http-apis.md section 10). */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

/** A secret, and the key that AWS's own library derives of it (aws-c-auth: the public half is in its tests). */
const KEY = {
  accessKeyId: 'AKISORANDOMAASORANDOM',
  secretAccessKey: 'q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom',
};
const PRIVATE = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    d: hex('7fd3bd010c0d9c292141c2b77bfbde1042c92e6836fff749d1269ec890fca1bd'),
    x: hex('15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb'),
    y: hex('0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0'),
  },
});
function hex(digits: string): string {
  return Buffer.from(digits, 'hex').toString('base64url');
}

const Statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
const identity: Partial<Snapshot> = {
  iamUsers: [adaWith(JSON.stringify({ Version: '2012-10-17', Statement }))],
  accessKeys: [{ ...KEY, userName: 'ada' }],
};

function signed(path: string, port: number): Record<string, string> {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Record<string, string> = {
    Host: `api1.execute-api.localhost:${port}`,
    'X-Amz-Date': time,
    'X-Amz-Region-Set': 'us-east-1',
  };
  const names = ['host', 'x-amz-date', 'x-amz-region-set'];
  const request = { method: 'GET', path, query: '', headers: Object.entries(headers) };
  const scope = `${time.slice(0, 8)}/execute-api/aws4_request`;
  const hash = sha256Hex(canonicalRequest(request, names, sha256Hex('')));
  const text = ['AWS4-ECDSA-P256-SHA256', time, scope, hash].join('\n');
  const signature = sign('sha256', Buffer.from(text), PRIVATE).toString('hex');
  const Authorization = `AWS4-ECDSA-P256-SHA256 Credential=${KEY.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...headers, Authorization };
}

test('a REST API takes it, and what was signed must be what came', async () => {
  const seen = { 'application/json': '$context.identity.accessKey $context.identity.userArn' };
  const responses = { 200: integrationResponse({ responseTemplates: seen }) };
  const resources = {
    '/pets': [
      method('GET', integration({ integrationResponses: responses }), { authorizationType: 'AWS_IAM' }),
    ],
    '/cats': [method('GET', integration(), { authorizationType: 'AWS_IAM' })],
  };
  gateway = await createTestGateway(snapshot({ deployments: [deployment(resources)], ...identity }));
  const headers = signed('/prod/pets', gateway.port);
  const { status, body } = await gateway.call('/pets', { headers });
  expect([status, body]).toEqual([200, 'AKISORANDOMAASORANDOM arn:aws:iam::000000000000:user/ada']);
  const moved = await gateway.call('/cats', { headers });
  expect([moved.status, moved.headers['x-amzn-errortype']]).toEqual([403, 'InvalidSignatureException']);
});

test('an HTTP API does not', async () => {
  const routes = [route('GET /pets', { authorizationType: 'AWS_IAM' })];
  const api = await startHttpApi({ deployment: { routes }, snapshot: identity });
  gateway = api;
  const { status, body } = await api.get('/pets', { headers: signed('/pets', api.port) });
  expect([status, body, api.backend.requests.length]).toEqual([403, '{"message":"Forbidden"}', 0]);
});

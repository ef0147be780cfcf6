import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { checkShape } from '../../testing/checkShape';
import { plainCall, type Sent, signedCall } from '../../testing/signedCall';
import { testDoor } from '../../testing/testDoor';
import { type V1Operation, v1Operations } from '../../testing/v1Operations';

const kit = testDoor();
/** What stands for what a path names, where it is to be there. */
let ids: Record<string, string> = {};
beforeEach(async () => {
  const { id: restApiId } = await mockApi(kit);
  const [root] = await kit.control.resources.list(editor, restApiId);
  const { id: deploymentId } = await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  const resourceId = root?.id ?? '';
  ids = {
    ...{ restApiId, resourceId, parentId: resourceId, httpMethod: 'GET', statusCode: '200' },
    ...{ stageName: 'dev', deploymentId, modelName: 'Empty', responseType: 'THROTTLED' },
  };
});

/** What none of the API's members may be taken down by. */
const junk: readonly unknown[] = [
  ...[null, true, -1, 1e99, '', '{', '\u0000', '\ud800', 'é'.repeat(5000)],
  ...[[], [null], [[1]], {}, { '': { '': [] } }, JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}')],
  [
    { op: 'replace', path: '/', value: 1 },
    { op: 'remove', path: '/name/~2/~' },
  ],
];
const labels = ['nosuch', '%00', '..%2f..', '%F0%9F%'];

const sign = (sent: Sent) => signedCall('apigateway', kit.key, sent);

/** Sends it and holds what comes to AWS's shapes: of the output, or of an error. */
async function held(request: Request): Promise<number> {
  const { pathname, search } = new URL(request.url);
  const answer = await kit.door(request, '127.0.0.1');
  const text = await answer.text();
  const { status } = answer;
  expect(kit.errors).toEqual([]);
  expect(status).toBeLessThan(500);
  if (status < 400) {
    checkShape(request.method, pathname + search, { status, text });
    return status;
  }
  expect(answer.headers.get('x-amzn-ErrorType')).toMatch(/^\w+Exception$/);
  expect(answer.headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(text)).toMatchObject({ message: expect.any(String) });
  return status;
}

const pathOf = ({ path }: V1Operation, fill: (label: string) => string) =>
  (path.split('?')[0] ?? '').replace(/\{(\w+)\}/g, (_all, label: string) => fill(label));

/** By what stands first in their paths: a database for each operation would take long. What deletes comes last. */
const groups = new Map(
  v1Operations.map(({ path }) => {
    const first = /^\/\w+/.exec(path)?.[0] ?? '';
    const own = v1Operations.filter((other) => other.path.startsWith(first));
    return [first, own.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))];
  }),
);
test.each([...groups])(
  '%s: no member is a 500, whatever it is',
  async (_first, operations) => {
    for (const operation of operations) {
      for (const value of junk) await held(await sign(withAll(operation, value)));
      for (const label of operation.labels.length > 0 ? labels : []) {
        const { method } = operation;
        const path = pathOf(operation, () => label);
        await held(await sign({ method, path, ...(method !== 'GET' && { body: '{}' }) }));
      }
    }
  },
  600_000,
);

/** The operation with one value for every member that its path does not name. */
function withAll(operation: V1Operation, value: unknown): Sent {
  const { name, method, members, labels: named } = operation;
  // No gateway runs here that could try a method.
  const known = name === 'TestInvokeMethod' ? {} : ids;
  const path = pathOf(operation, (label) => known[label] ?? 'nosuch');
  const others = members.filter((member) => !named.includes(member));
  const all = Object.fromEntries(others.map((member) => [member, value]));
  const query: Record<string, string> = operation.path.includes('?') ? { mode: 'import' } : {};
  return method === 'GET' || method === 'DELETE'
    ? { method, path, query: { ...query, ...texts(all) } }
    : { method, path, query, body: JSON.stringify(all) };
}

function texts(all: Record<string, unknown>): Record<string, string> {
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const lone = /[\ud800-\udfff]/g;
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, shown(value).slice(0, 500).replace(lone, '?')]),
  );
}

const taking = v1Operations.filter(
  ({ name, method }) =>
    ['POST', 'PUT', 'PATCH'].includes(method) && !/^Import|PutRestApi|Reject|TestInvoke/.test(name),
);
test('a body that is no object in JSON is refused as such by every operation', async () => {
  for (const operation of taking) {
    const path = pathOf(operation, (label) => ids[label] ?? 'nosuch');
    for (const body of ['{', '[]', '1', 'null', 'a=b', '{"a":1}}']) {
      const answer = await kit.door(await sign({ method: operation.method, path, body }), '127.0.0.1');
      const told = [operation.name, answer.status, answer.headers.get('x-amzn-ErrorType')];
      expect(told).toEqual([operation.name, 400, 'SerializationException']);
    }
  }
}, 600_000);

const get = (path: string, query: Record<string, string> = {}): Sent => ({ method: 'GET', path, query });
const patchOperations = Array.from({ length: 10_000 }, () => ({ op: 'x', path: '/' }));
const large = { method: 'POST', path: '/restapis', body: `{"name":"${'x'.repeat(7 << 20)}"}` };
const many = { method: 'PATCH', path: '/account', body: JSON.stringify({ patchOperations }) };

test.each<[rule: string, sent: Sent, status: number, type: string]>([
  ['a verb that the path has not', { method: 'DELETE', path: '/restapis' }, 404, 'UnknownOperationException'],
  ['a path that there is not', get('/restapi'), 404, 'UnknownOperationException'],
  ['an id with an encoded slash', get('/restapis/a%2Fresources'), 404, 'NotFoundException'],
  ['a body above 6 MB', large, 413, 'RequestEntityTooLargeException'],
  ['a limit that is no number', get('/restapis', { limit: 'all' }), 400, 'BadRequestException'],
  ['a position that nobody gave', get('/restapis', { position: 'x' }), 400, 'BadRequestException'],
  ['ten thousand wrong operations', many, 400, 'ValidationException'],
])('refused: %s', async (_rule, sent, status, type) => {
  const answer = await kit.door(await sign(sent), '127.0.0.1');
  expect([answer.status, answer.headers.get('x-amzn-ErrorType')]).toEqual([status, type]);
});

const list = get('/restapis');
const byOther = (part: Partial<typeof kit.key>) => signedCall('apigateway', { ...kit.key, ...part }, list);
test.each<[rule: string, status: number, call: () => Promise<Request> | Request]>([
  ['not at all: no service is named', 404, () => plainCall(list)],
  ['by a key that there is not', 403, () => byOther({ accessKeyId: 'AKIANOSUCH0000000000' })],
  ['with another secret', 403, () => byOther({ secretAccessKey: 'x' })],
  ['a day ago', 403, () => signedCall('apigateway', kit.key, list, new Date(Date.now() - 86_400_000))],
  [
    'for another path',
    403,
    async () => {
      const { headers } = await sign(list);
      return plainCall({ ...get('/apikeys'), headers: Object.fromEntries(headers) });
    },
  ],
])('signed wrongly, %s', async (_rule, status, call) => {
  expect(await held(await call())).toBe(status);
});

test('any type of content is read as JSON, and members that the API does not know are left out', async () => {
  const body = JSON.stringify({ name: 'pets', nothing: { of: ['ours'] } });
  for (const type of ['application/json', 'text/plain', 'application/xml; charset=x']) {
    const request = await sign({ path: '/restapis', headers: { 'content-type': type }, body });
    expect(await held(request)).toBe(201);
  }
});

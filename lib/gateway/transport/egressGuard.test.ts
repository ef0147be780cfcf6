import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { createBackends } from './backends';
import { createEgressGuard } from './egressGuard';
import { realClock } from './testing/realClock';
import { callOf } from './testing/testBackends';

const OWN_PORT = 5432;

/** reliability.md 4.3, B12: spellings of what must not be reached. */
const REFUSED = [
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.169.254:80/',
  'https://169.254.169.254/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0xA9.0xFE.0xA9.0xFE/',
  'http://0251.0376.0251.0376/',
  'http://025177524776/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://0xa9.254.0251.254/',
  'http://169.254.169.254./',
  'http://１６９.254.169.254/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
  'http://[0000:0000:0000:0000:0000:FFFF:A9FE:A9FE]/',
  'http://[::169.254.169.254]/',
  'http://[64:ff9b::169.254.169.254]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[::ffff:0:a9fe:a9fe]/',
  'http://[2001:0:a9fe:a9fe::1]/',
  'http://169.254.170.2/v2/credentials',
  'http://169.254.0.1/',
  'http://169.254.255.255/',
  'http://[fe80::1]/',
  'http://[febf::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fd00:0ec2:0:0:0:0:0:0254]/',
  'http://[fd20:ce::254]/',
  'http://100.100.100.200/',
  'http://0x646464C8/',
  'http://192.0.0.192/',
  'http://168.63.129.16/',
  'http://metadata.google.internal/',
  'http://METADATA.google.internal./',
  'http://metadata/',
  'http://instance-data/',
  'http://0.0.0.0/',
  'http://0/',
  'http://0x0/',
  'http://00000000000/',
  'http://0.1.2.3/',
  'http://[::]/',
  'http://[::ffff:0.1.2.3]/',
  'http://224.0.0.1/',
  'http://239.255.255.250/',
  'http://255.255.255.255/',
  'http://4294967295/',
  'http://[ff02::1]/',
  `http://127.0.0.1:${OWN_PORT}/`,
  `http://127.1:${OWN_PORT}/`,
  `http://127.127.127.127:${OWN_PORT}/`,
  `http://2130706433:${OWN_PORT}/`,
  `http://0x7f000001:${OWN_PORT}/`,
  `http://0x7f.1:${OWN_PORT}/`,
  `http://0177.0.0.1:${OWN_PORT}/`,
  `http://017700000001:${OWN_PORT}/`,
  `http://[::1]:${OWN_PORT}/`,
  `http://[0:0:0:0:0:0:0:1]:${OWN_PORT}/`,
  `http://[::ffff:127.0.0.1]:${OWN_PORT}/`,
  `http://[::ffff:7f00:1]:${OWN_PORT}/`,
  `http://[64:ff9b::7f00:1]:${OWN_PORT}/`,
  `http://localhost:${OWN_PORT}/`,
  `http://LOCALHOST:${OWN_PORT}/`,
  `http://0:${OWN_PORT}/`,
];

const BAD_URLS = [
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'ftp://a/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'http://user@a/',
  'http://user:password@a/',
  'http://a@169.254.169.254/',
  'http://',
  'a',
  '',
  '//a/b',
];

const ALLOWED = [
  'http://127.0.0.1:9000/',
  'http://localhost:9000/',
  'http://[::1]:9000/',
  'http://10.0.0.1/',
  'http://192.168.1.1:8000/',
  'http://172.16.0.1/',
  'http://[fd00::1]/',
  'http://100.100.100.201/',
  'http://93.184.216.34/',
  `http://93.184.216.34:${OWN_PORT}/`,
  'https://example.com/',
  `https://example.com:${OWN_PORT}/`,
];

test.each(REFUSED)('B12 %s is refused in a form and at connect', async (url) => {
  const guard = createEgressGuard({ allowList: [], ownPorts: [OWN_PORT] });
  expect(guard.refusalOf(url)).toMatch(/^(?:a|an|the|one) /);
  await expect(callTo(url, guard)).rejects.toMatchObject({ reason: 'refused-address' });
});

test.each(BAD_URLS)('B12 %j is no URL of a backend', async (url) => {
  const guard = createEgressGuard({ allowList: [], ownPorts: [] });
  expect(guard.refusalOf(url)).toBeDefined();
  await expect(callTo(url, guard)).rejects.toMatchObject({ reason: 'bad-url' });
});

test.each(ALLOWED)('%s is let through', (url) => {
  expect(createEgressGuard({ allowList: [], ownPorts: [OWN_PORT] }).refusalOf(url)).toBeUndefined();
});

test('B12 a final dot does not hide a name', () => {
  const guard = createEgressGuard({ allowList: [], ownPorts: [OWN_PORT] });
  expect(guard.refusalOf(`http://localhost.:${OWN_PORT}/`)).toBeDefined();
});

test('B12 own ports are refused on every address of this machine', () => {
  const guard = createEgressGuard({ allowList: [], ownPorts: [OWN_PORT] });
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  expect(own.length).toBeGreaterThan(0);
  for (const { address, family } of own) {
    const host = family === 'IPv6' ? `[${address.replace(/%.*/, '')}]` : address;
    expect(guard.refusalOf(`http://${host}:${OWN_PORT}/`)).toBeDefined();
  }
});

test.each<[entry: string, url: string, allowed: boolean]>([
  ['127.0.0.1:5432', 'http://127.0.0.1:5432/', true],
  ['127.0.0.1:5432', 'http://0x7f000001:5432/', true],
  ['127.0.0.1:5433', 'http://127.0.0.1:5432/', false],
  ['127.0.0.1', 'http://127.0.0.1:5432/', true],
  ['127.0.0.2', 'http://127.0.0.1:5432/', false],
  ['127.0.0.0/8', 'http://127.0.0.1:5432/', true],
  ['127.0.0.0/33', 'http://127.0.0.1:5432/', false],
  ['0.0.0.0/0', 'http://169.254.169.254/', true],
  ['169.254.169.0/24', 'http://169.254.169.254/', true],
  ['169.254.169.0/24', 'http://169.254.170.2/', false],
  ['[::1]:5432', 'http://[::1]:5432/', true],
  ['::1', 'http://[0:0:0:0:0:0:0:1]:5432/', true],
  ['fe80::/10', 'http://[fe80::1]/', true],
  ['localhost:5432', 'http://localhost:5432/', true],
  ['LocalHost:5432', 'http://LOCALHOST.:5432/', true],
  ['localhost', 'http://127.0.0.1:5432/', false],
  ['metadata.google.internal', 'http://metadata.google.internal/', true],
  ['metadata.google.internal:81', 'http://metadata.google.internal/', false],
  ['', 'http://127.0.0.1:5432/', false],
  ['*', 'http://127.0.0.1:5432/', false],
  ['/', 'http://127.0.0.1:5432/', false],
])('the list %j for %s: %s', (entry, url, allowed) => {
  const guard = createEgressGuard({ allowList: [entry], ownPorts: [OWN_PORT] });
  expect(guard.refusalOf(url) === undefined).toBe(allowed);
});

test('B12 a name is checked by what it resolves to, and an own port sees no connect', async () => {
  const canary = await listening();
  const guard = createEgressGuard({ allowList: [], ownPorts: [canary.port] });
  await expect(callTo(`http://localhost:${canary.port}/`, guard)).rejects.toMatchObject({
    reason: 'refused-address',
  });
  await expect(callTo(`http://127.0.0.1:${canary.port}/`, guard)).rejects.toMatchObject({
    reason: 'refused-address',
  });
  expect(canary.connects()).toBe(0);
});

test('the list is replaced live, in both directions, also for connections that are open', async () => {
  const canary = await listening();
  const guard = createEgressGuard({ allowList: [], ownPorts: [canary.port] });
  const backends = createBackends({ clock: realClock, egress: guard });
  onTestFinished(() => backends.close());
  const call = () => backends.call(callOf(`http://127.0.0.1:${canary.port}/`));
  await expect(call()).rejects.toMatchObject({ reason: 'refused-address' });
  guard.update([`127.0.0.1:${canary.port}`]);
  expect((await call()).status).toBe(204);
  // A connection is used again one turn of the event loop after its answer.
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
  guard.update([]);
  await expect(call()).rejects.toMatchObject({ reason: 'refused-address' });
  expect(canary.connects()).toBe(1);
});

async function callTo(url: string, egress: ReturnType<typeof createEgressGuard>) {
  const backends = createBackends({ clock: realClock, egress });
  try {
    return await backends.call(callOf(url));
  } finally {
    await backends.close();
  }
}

/** Something that must not be connected to, and that counts who did. */
async function listening() {
  let connects = 0;
  const server = createServer((socket) => {
    connects += 1;
    socket.on('data', () => socket.write('HTTP/1.1 204 No Content\r\n\r\n')).on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return { port: address && typeof address === 'object' ? address.port : 0, connects: () => connects };
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiKeyDocument, Snapshot } from '@gatehouse/gateway/snapshot';
import {
  apiKey,
  createTestGateway,
  deployment,
  integration,
  method,
  snapshot as snapshotDocument,
  type TestGateway,
  usagePlan,
} from '@gatehouse/gateway/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { selfSigned } from '@/lib/control/clientCertificates/selfSigned';
import { SnapshotIntake } from '../dataPlane/SnapshotIntake';
import type { Log } from '../log';
import type { WorkerReport } from '../messages';
import { createSecrets } from '../secrets';
import { HANDED, readSnapshotFile, SERVED } from '../snapshotFile';
import { openKeys } from '../snapshotKeys';
import { SnapshotKeeper } from './SnapshotKeeper';

const log: Log = { info() {}, error() {} };
const ownSecrets = createSecrets(randomBytes(32));
let dataDir: string;
let workers: TestGateway[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-keeper-'));
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map(({ close }) => close()));
  rmSync(dataDir, { recursive: true, force: true });
});

const keyed = method('GET', integration(), { apiKeyRequired: true });
/** Revision n was made at n * 1,000 ms. */
const snapshot = (revision: number, basis: number | null, part: Partial<Snapshot> = {}) =>
  snapshotDocument({
    revision,
    revisedAt: revision * 1_000,
    basis,
    deployments: [deployment({ '/': [keyed] })],
    usagePlans: [usagePlan()],
    ...part,
  });
const keys = (...ids: string[]) => ids.map((id) => apiKey(id));
async function* pages(...all: ApiKeyDocument[][]) {
  yield* all;
}
const keyFiles = () => readdirSync(dataDir).filter((name) => name.startsWith('keys.'));

/** A gateway worker on the data directory: the real engine and intake. */
async function startWorker(secrets = ownSecrets) {
  const engine = await createTestGateway();
  workers.push(engine);
  const reports: WorkerReport[] = [];
  const intake = new SnapshotIntake(dataDir, engine.gateway, secrets, (report) => reports.push(report), log);
  await intake.start();
  /** of these keys, those that open */
  const open = async (...ids: string[]) => {
    const answers = await Promise.all(ids.map((id) => engine.call('/', { headers: { 'x-api-key': id } })));
    return ids.filter((_, index) => answers[index]?.status === 200);
  };
  return { engine, intake, reports, open };
}

/** Revision 1 with the keys a to d stored beside it, as a start on a full database makes it. */
async function startKeeper(mostChanged?: number) {
  const keeper = new SnapshotKeeper(dataDir, log, 'build', ownSecrets, mostChanged);
  const stored = await keeper.store(pages(keys('a', 'b'), keys('c', 'd')));
  keeper.take(snapshot(1, null), stored);
  return keeper;
}
/** As when a worker has said that it serves what was taken last. */
async function serve(keeper: SnapshotKeeper) {
  keeper.keep();
  await keeper.flush();
}

test('a worker takes a complete snapshot by the name of its file, with the keys that are stored beside it', async () => {
  const keeper = await startKeeper();
  const { intake, reports, open } = await startWorker();
  const file = await keeper.hand();
  await intake.applyFile(file.name, file);
  expect(reports).toEqual([{ type: 'applied', revision: 1 }]);
  expect(intake.state()).toEqual({ revision: 1, revisedAt: 1_000 });
  expect(await open('a', 'b', 'c', 'd', 'e')).toEqual(['a', 'b', 'c', 'd']);
});

test('a start serves what was served last, changes included; what no worker served is not on disk', async () => {
  const keeper = await startKeeper();
  keeper.take(snapshot(2, 1, { apiKeys: keys('e'), removedApiKeyIds: ['a'] }), null);
  await serve(keeper);
  keeper.take(snapshot(3, 2, { removedApiKeyIds: ['b'] }), null);
  await keeper.flush();
  const { intake, open } = await startWorker();
  expect(intake.state().revision).toBe(2);
  expect(await open('a', 'b', 'c', 'd', 'e')).toEqual(['b', 'c', 'd', 'e']);
  expect(await new SnapshotKeeper(dataDir, log, 'build', ownSecrets).load()).toEqual({
    revision: 2,
    revisedAt: 2_000,
  });
});

test('what another build read is served, but not built upon: this one may read more', async () => {
  await serve(await startKeeper());
  expect((await startWorker()).intake.state().revision).toBe(1);
  expect(await new SnapshotKeeper(dataDir, log, 'next build', ownSecrets).load()).toBeNull();
  // Its keys stay until a worker serves what is made in its place.
  expect((await startWorker()).intake.state().revision).toBe(1);
});

test('changes wait until the file before them is read, and come in order', async () => {
  const keeper = await startKeeper();
  const { intake, reports, open } = await startWorker();
  const file = await keeper.hand();
  const whole = intake.applyFile(file.name, file);
  intake.apply(snapshot(2, 1, { removedApiKeyIds: ['a'] }));
  intake.apply(snapshot(3, 2, { apiKeys: keys('a') }));
  await whole;
  await expect
    .poll(() => reports.map((report) => report.type === 'applied' && report.revision))
    .toEqual([1, 2, 3]);
  expect(await open('a', 'b')).toEqual(['a', 'b']);
});

test('a worker that missed changes does not read keys again that it has', async () => {
  const keeper = await startKeeper();
  await serve(keeper);
  const { intake, open } = await startWorker();
  for (const name of keyFiles()) writeFileSync(join(dataDir, name), 'unreadable');
  intake.apply(snapshot(2, 1, { apiKeys: keys('e') }));
  keeper.take(snapshot(2, 1, { apiKeys: keys('e') }), null);
  keeper.take(snapshot(3, 2, { removedApiKeyIds: ['a', 'e'] }), null);
  const file = await keeper.hand();
  await intake.applyFile(file.name, file);
  expect(intake.state()).toEqual({ revision: 3, revisedAt: 3_000 });
  expect(await open('a', 'b', 'c', 'd', 'e')).toEqual(['b', 'c', 'd']);
});

test('many changes are stored with the others, those that come meanwhile are laid over, and old files go', async () => {
  const keeper = await startKeeper(3);
  await serve(keeper);
  const [before] = keyFiles();
  keeper.take(snapshot(2, 1, { apiKeys: keys('e', 'f', 'g'), removedApiKeyIds: ['a'] }), null);
  // The fold has begun with what was taken; these two are younger.
  keeper.take(snapshot(3, 2, { apiKeys: [apiKey('b', { enabled: false })], removedApiKeyIds: ['e'] }), null);
  keeper.take(snapshot(4, 3, { apiKeys: keys('a') }), null);
  await serve(keeper);
  await serve(keeper);
  expect(keyFiles()).toHaveLength(1);
  expect(keyFiles()).not.toContain(before);
  const onDisk = readSnapshotFile(dataDir);
  expect(onDisk?.stored?.count).toBe(6);
  expect(onDisk?.apiKeys.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(onDisk?.removedApiKeyIds).toEqual(['e']);
  const { open } = await startWorker();
  expect(await open('a', 'b', 'c', 'd', 'e', 'f', 'g')).toEqual(['a', 'c', 'd', 'f', 'g']);
});

test('an installation that began with no key stores them once there are many', async () => {
  const keeper = new SnapshotKeeper(dataDir, log, 'build', ownSecrets, 3);
  keeper.take(snapshot(1, null, { apiKeys: keys('a') }), null);
  keeper.take(snapshot(2, 1, { apiKeys: keys('b', 'c', 'd') }), null);
  keeper.take(snapshot(3, 2, { removedApiKeyIds: ['c'] }), null);
  await serve(keeper);
  await serve(keeper);
  expect(readSnapshotFile(dataDir)).toMatchObject({
    stored: { count: 4 },
    apiKeys: [],
    removedApiKeyIds: ['c'],
  });
  const { open } = await startWorker();
  expect(await open('a', 'b', 'c', 'd')).toEqual(['a', 'b', 'd']);
});

const damages: Record<string, (bytes: Buffer) => Buffer> = {
  'one bit': (bytes) => {
    const copy = Buffer.from(bytes);
    copy[100] = (copy[100] ?? 0) ^ 1;
    return copy;
  },
  'its end': (bytes) => bytes.subarray(0, -60),
  everything: () => Buffer.alloc(0),
};
test.each(
  Object.keys(damages),
)('F11: a file of keys that lost %s is refused whole, and control begins anew', async (name) => {
  await serve(await startKeeper());
  const [file = ''] = keyFiles();
  const path = join(dataDir, file);
  writeFileSync(path, damages[name]?.(readFileSync(path)) ?? '');
  const { intake, reports } = await startWorker();
  expect(reports).toMatchObject([{ type: 'refused', revision: 1, basis: null, unreadable: true }]);
  expect(intake.state().revision).toBe(0);
  expect(await new SnapshotKeeper(dataDir, log, 'build', ownSecrets).load()).toBeNull();
  expect(keyFiles()).toEqual([]);
});

test.each([
  ['no JSON', '{"format": 1, "revi'],
  ['another format', '{"format": 99, "revision": 1, "stored": null}'],
  ['no word on its keys', JSON.stringify(snapshot(1, null))],
  ['a list', '[]'],
])('F11: a snapshot that is %s is not taken over', async (_name, text) => {
  writeFileSync(join(dataDir, 'snapshot.json'), text);
  const { intake } = await startWorker();
  expect(intake.state().revision).toBe(0);
  expect(await new SnapshotKeeper(dataDir, log, 'build', ownSecrets).load()).toBeNull();
});

test('what is secret is on disk only sealed; workers and the next start have it open', async () => {
  const { certificate, privateKey } = await selfSigned(new Date());
  const iamUser = { userName: 'ada', userId: 'AIDAEXAMPLE', arn: 'arn:aws:iam::000000000000:user/ada' };
  const credentials = {
    accessKeyId: 'AKIASERVICES',
    secretAccessKey: 'plain-secret-of-services',
    sessionToken: 'plain-token-of-services',
  };
  const secret = {
    iamUsers: [{ ...iamUser, policies: [] }],
    accessKeys: [
      { accessKeyId: 'AKIAADAEXAMPLE000', secretAccessKey: 'plain-secret-of-ada', userName: 'ada' },
    ],
    services: { endpoints: {}, credentials },
    clientCertificates: [{ clientCertificateId: 'c', certificate, privateKey }],
    vpcLinks: [
      { id: 'l', name: 'Own', targets: ['127.0.0.1:1'], certificate, privateKey },
      { id: 'm', name: 'Bare', targets: ['127.0.0.1:1'] },
    ],
  };
  const keeper = await startKeeper();
  keeper.take(snapshot(2, 1, secret), null);
  await serve(keeper);
  const { name } = await keeper.hand();
  for (const file of [SERVED, name]) {
    const text = readFileSync(join(dataDir, file), 'utf8');
    expect(text).toContain('BEGIN CERTIFICATE');
    expect(text).toContain('AKIAADAEXAMPLE000');
    expect(text).not.toMatch(/PRIVATE KEY|plain-/);
  }
  const { engine, intake } = await startWorker();
  const apply = vi.spyOn(engine.gateway, 'apply');
  await intake.applyFile(SERVED, { revision: 2, revisedAt: 2_000 });
  expect(apply.mock.lastCall?.[0]).toMatchObject(secret);
  const next = new SnapshotKeeper(dataDir, log, 'build', ownSecrets);
  await next.load();
  rmSync(join(dataDir, HANDED));
  await next.hand();
  const handed = readSnapshotFile(dataDir, HANDED);
  expect(handed && openKeys(handed, ownSecrets)).toMatchObject(secret);
});

test('what was sealed under another master key is not served, and is read from the database anew', async () => {
  const { certificate, privateKey } = await selfSigned(new Date());
  const keeper = await startKeeper();
  const clientCertificates = [{ clientCertificateId: 'c', certificate, privateKey }];
  keeper.take(snapshot(2, 1, { clientCertificates }), null);
  await serve(keeper);
  const others = createSecrets(randomBytes(32));
  expect(await new SnapshotKeeper(dataDir, log, 'build', others).load()).toBeNull();
  expect((await startWorker(others)).reports).toMatchObject([{ type: 'refused', unreadable: true }]);
});

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { contents, editor, mockApi, refusal, testControl } from '../testControl';
import { selfSigned } from './selfSigned';

const DAY = 86_400_000;

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let restApiId = '';

  beforeEach(async () => {
    restApiId = (await mockApi(kit)).id;
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  });
  const generate = (description?: string) => {
    kit.clock.now += 1_000;
    return kit.control.clientCertificates.generate(editor, { description });
  };
  const use = (clientCertificateId: string | null) =>
    kit.control.stages.update(editor, restApiId, 'dev', { clientCertificateId });
  const published = () => kit.snapshots.at(-1);
  const list = () => kit.control.clientCertificates.list(editor);

  test('one is made as AWS makes it, and listed newest first', async () => {
    const first = await generate('Towards the warehouse');
    expect(first).toMatchObject({
      description: 'Towards the warehouse',
      createdDate: kit.clock.now,
      expirationDate: kit.clock.now + 365 * DAY,
      stages: [],
    });
    const { subject, issuer, validFrom, validTo, publicKey } = new X509Certificate(
      first.pemEncodedCertificate,
    );
    expect([subject, issuer]).toEqual(['CN=ApiGateway', 'CN=ApiGateway']);
    expect([validFrom, validTo].map((date) => Date.parse(date))).toEqual([
      first.createdDate,
      first.expirationDate,
    ]);
    expect(publicKey).toMatchObject({
      asymmetricKeyType: 'rsa',
      asymmetricKeyDetails: { modulusLength: 2048 },
    });
    const second = await generate();
    expect(await list()).toEqual([second, first]);
    expect(second.clientCertificateId).not.toBe(first.clientCertificateId);
  });

  test('only what a stage uses goes to the engine, with the key that belongs to it', async () => {
    const { clientCertificateId, pemEncodedCertificate } = await generate();
    await generate();
    expect(published()).not.toHaveProperty('clientCertificates');
    expect(await use(clientCertificateId)).toMatchObject({ clientCertificateId });
    expect(await list()).toMatchObject([{ stages: [] }, { stages: [{ restApiId, stageName: 'dev' }] }]);
    expect(published()).toMatchObject({
      stages: [{ clientCertificateId }],
      clientCertificates: [{ clientCertificateId, certificate: pemEncodedCertificate }],
    });
    const [sent] = published()?.clientCertificates ?? [];
    expect(new X509Certificate(pemEncodedCertificate).checkPrivateKey(keyOf(sent))).toBe(true);
    await use(null);
    expect(published()).not.toHaveProperty('clientCertificates');
    expect(published()?.stages[0]).not.toHaveProperty('clientCertificateId');
  });

  test('the key is nowhere but sealed: not in an answer, a row or the audit log', async () => {
    const made = await generate('d');
    const updated = await kit.control.clientCertificates.update(editor, made.clientCertificateId, {
      description: 'e',
    });
    expect(updated).toEqual({ ...made, description: 'e' });
    await use(made.clientCertificateId);
    const key = published()?.clientCertificates?.[0]?.privateKey ?? '';
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    const secret = key.split('\n')[5] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    const rows = JSON.stringify(await contents(kit.database));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain('PRIVATE KEY');
    expect(JSON.stringify([made, updated, await list()])).not.toContain('PRIVATE KEY');
  });

  test('rotating puts a new one in its place on every stage; the old one stays', async () => {
    const old = await generate('Towards the warehouse');
    await use(old.clientCertificateId);
    kit.clock.now += 300 * DAY;
    const next = await kit.control.clientCertificates.rotate(editor, old.clientCertificateId);
    expect(next).toMatchObject({
      description: 'Towards the warehouse',
      expirationDate: kit.clock.now + 365 * DAY,
      stages: [{ restApiId, stageName: 'dev' }],
    });
    expect(published()).toMatchObject({
      stages: [{ clientCertificateId: next.clientCertificateId }],
      clientCertificates: [{ clientCertificateId: next.clientCertificateId }],
    });
    expect(await list()).toEqual([next, { ...old, stages: [] }]);
    await kit.control.clientCertificates.delete(editor, old.clientCertificateId);
    expect(await list()).toEqual([next]);
  });

  test('rotating one that no stage uses publishes nothing', async () => {
    const { clientCertificateId } = await generate();
    const before = kit.snapshots.length;
    expect(await kit.control.clientCertificates.rotate(editor, clientCertificateId)).toMatchObject({
      stages: [],
    });
    expect(kit.snapshots.length).toBe(before);
  });

  test('one that a stage uses is not deleted', async () => {
    const { clientCertificateId: id } = await generate();
    await use(id);
    expect(await refusal(kit, () => kit.control.clientCertificates.delete(editor, id))).toMatchObject({
      code: 'ConflictException',
      message: `Cannot delete client certificate '${id}', is referenced in stage: ${restApiId}/dev`,
    });
  });

  test('unknown ones are not found', async () => {
    const { update, rotate, delete: remove } = kit.control.clientCertificates;
    for (const work of [() => update(editor, 'x', {}), () => rotate(editor, 'x'), () => remove(editor, 'x')])
      expect(await refusal(kit, work)).toMatchObject({
        code: 'NotFoundException',
        message: 'Invalid Client Certificate identifier specified',
      });
  });
});

const keyOf = (sent: { privateKey: string } | undefined) => createPrivateKey(sent?.privateKey ?? '');

test('a backend that trusts the certificate lets the gateway in with it', async () => {
  const [own, backend] = await Promise.all([selfSigned(new Date()), selfSigned(new Date())]);
  const server = createServer({
    cert: backend.certificate,
    key: backend.privateKey,
    ca: own.certificate,
    requestCert: true,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const socket = connect({
    port,
    host: '127.0.0.1',
    cert: own.certificate,
    key: own.privateKey,
    // The backend's own certificate is not what this is about.
    rejectUnauthorized: false,
  });
  const [peer] = (await once(server, 'secureConnection')) as [TLSSocket];
  expect(peer.authorizationError).toBeNull();
  expect(peer.authorized).toBe(true);
  socket.destroy();
  server.close();
});

import { createPrivateKey } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import type { TargetHealth, VpcLinkInput } from '@/lib/model/vpcLink';
import { type SelfSigned, selfSigned } from '../clientCertificates/selfSigned';
import { createControl } from '../createControl';
import { contents, editor, mockApi, refusal, testControl } from '../testControl';
import { createTestContext } from '../testing';

let one: SelfSigned;
let other: SelfSigned;
beforeAll(async () => {
  [one, other] = await Promise.all([selfSigned(new Date()), selfSigned(new Date())]);
});
const input = { name: 'Warehouse', targets: ['10.0.0.7:8080', '[fd00::1]:443'] };

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const create = (members: Partial<VpcLinkInput> = {}) => {
    kit.clock.now += 1_000;
    return kit.control.vpcLinks.create(editor, { ...input, ...members });
  };
  const update = (id: string, members: Partial<VpcLinkInput> = {}) =>
    kit.control.vpcLinks.update(editor, id, { ...input, ...members });
  const published = () => kit.snapshots.at(-1)?.vpcLinks;

  test('a link comes back as it was made, newest first, and goes to the engine at once', async () => {
    const healthCheck = { protocol: 'HTTP', path: '/health' } as const;
    const first = await create({ description: 'The old hall', healthCheck });
    const check = {
      ...healthCheck,
      intervalSeconds: 10,
      timeoutSeconds: 3,
      healthyThreshold: 2,
      unhealthyThreshold: 2,
    };
    expect(first).toEqual({
      id: first.id,
      ...input,
      description: 'The old hall',
      healthCheck: check,
      hasPrivateKey: false,
      createdDate: kit.clock.now,
      usedBy: [],
    });
    expect(published()).toEqual([{ id: first.id, ...input, healthCheck: check }]);
    const second = await create({ name: 'Office' });
    expect(await kit.control.vpcLinks.list(editor)).toEqual([second, first]);
    expect(await kit.control.vpcLinks.get(editor, first.id)).toEqual(first);
    expect(published()).toHaveLength(2);
  });

  test('an update replaces all of it', async () => {
    const { id } = await create({ description: 'd', caCertificate: other.certificate });
    const updated = await update(id, { name: 'Office', targets: ['office.example:443'] });
    expect(updated).toMatchObject({ name: 'Office', targets: ['office.example:443'] });
    expect(updated).not.toHaveProperty('description');
    expect(published()).toEqual([{ id, name: 'Office', targets: ['office.example:443'] }]);
  });

  describe('TLS', () => {
    const pair = () => ({ certificate: one.certificate, privateKey: one.privateKey });

    test('certificates and key go to the engine; the key is nowhere else but sealed', async () => {
      const made = await create({ ...pair(), caCertificate: `${one.certificate}\n${other.certificate}` });
      const certificate = `${one.certificate}\n`;
      expect(made).toMatchObject({ certificate, hasPrivateKey: true });
      const [sent] = published() ?? [];
      expect(sent).toMatchObject({ certificate });
      expect(sent?.caCertificate?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
      expect(createPrivateKey(sent?.privateKey ?? '').equals(createPrivateKey(one.privateKey))).toBe(true);
      expect(JSON.stringify([made, await contents(kit.database)])).not.toContain('PRIVATE KEY');
    });

    test('a key that is left out of an update stays', async () => {
      const { id } = await create(pair());
      const before = published();
      expect(await update(id, { certificate: one.certificate, privateKey: '' })).toMatchObject({
        hasPrivateKey: true,
      });
      expect(published()).toEqual(before);
    });

    test('it goes with its certificate', async () => {
      const { id } = await create(pair());
      const updated = await update(id);
      expect(updated).toMatchObject({ hasPrivateKey: false });
      expect(updated).not.toHaveProperty('certificate');
      expect(published()).toEqual([{ id, ...input }]);
    });

    test('a key of elliptic curves in its own PEM is kept as any other', async () => {
      const { certificate, privateKey } = ellipticPair;
      expect(await create({ certificate, privateKey })).toMatchObject({ hasPrivateKey: true });
      expect(published()?.[0]?.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    });

    test.each<[string, () => Partial<VpcLinkInput>, string, string]>([
      [
        'a certificate without its key',
        () => ({ certificate: one.certificate }),
        'privateKey',
        'A certificate needs its private key',
      ],
      [
        'a key without its certificate',
        () => ({ privateKey: one.privateKey }),
        'certificate',
        'A private key needs its certificate',
      ],
      [
        'the key of another',
        () => ({ certificate: one.certificate, privateKey: other.privateKey }),
        'privateKey',
        'This is the key of another certificate',
      ],
      [
        'no PEM',
        () => ({ caCertificate: 'MIIB' }),
        'caCertificate',
        'Use PEM: it begins with -----BEGIN CERTIFICATE-----',
      ],
      [
        'PEM of nothing',
        () => ({ caCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }),
        'caCertificate',
        'This certificate cannot be read',
      ],
      [
        'a key where everyone would see it',
        () => ({ caCertificate: one.certificate + one.privateKey }),
        'caCertificate',
        'Only certificates belong here',
      ],
      [
        'a key that is none',
        () => ({ certificate: one.certificate, privateKey: 'secret' }),
        'privateKey',
        'This private key cannot be read: use PEM',
      ],
      [
        'a locked key',
        () => ({ certificate: one.certificate, privateKey: locked(one.privateKey) }),
        'privateKey',
        'The key is locked by a passphrase: unlock it first',
      ],
    ])('%s is refused', async (_name, members, field, message) => {
      expect(await refusal(kit, () => create(members()))).toEqual({
        code: 'BadRequestException',
        message,
        fields: [field],
      });
    });

    test('a new certificate does not go with the old key', async () => {
      const { id } = await create(pair());
      expect(await refusal(kit, () => update(id, { certificate: other.certificate }))).toMatchObject({
        message: 'This is the key of another certificate',
      });
    });
  });

  test.each<[string, Partial<VpcLinkInput>, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no target', { targets: [] }, 'targets'],
    ['a target without a port', { targets: ['10.0.0.7'] }, 'targets.0'],
    ['a port too high', { targets: ['a:1', 'b:65536'] }, 'targets.1'],
    ['a URL as target', { targets: ['http://a:80'] }, 'targets.0'],
    ['a target twice', { targets: ['a:1', 'a:1'] }, 'targets'],
    ['a check without a path', { healthCheck: { protocol: 'HTTP', path: 'x' } }, 'healthCheck.path'],
  ])('%s is refused', async (_name, members, field) => {
    expect(await refusal(kit, () => create(members))).toMatchObject({
      code: 'BadRequestException',
      fields: [field],
    });
  });

  describe('in use', () => {
    let restApiId = '';
    let resourceId = '';
    let id = '';
    beforeEach(async () => {
      const api = await mockApi(kit);
      restApiId = api.id;
      resourceId = api.rootResourceId;
      id = (await create()).id;
    });
    const integrate = (connectionId: string | null) =>
      kit.control.methods.putIntegration(editor, restApiId, resourceId, 'GET', {
        type: 'HTTP_PROXY',
        httpMethod: 'GET',
        uri: 'http://backend.example/',
        ...(connectionId !== null && { connectionType: 'VPC_LINK', connectionId }),
      });
    const remove = () => kit.control.vpcLinks.delete(editor, id);
    const deploy = (canary = false) =>
      kit.control.deployments.create(editor, restApiId, {
        stageName: 'dev',
        ...(canary && { canarySettings: {} }),
      });
    const inUse = (...places: string[]) => ({
      code: 'BadRequestException',
      message: `Cannot delete vpc link. Vpc link '${id}', is referenced in [${places.join(', ')}] in format of [RESTApiId:Method:Resource:Stage].`,
    });

    test('by an undeployed definition: it says so, and is not deleted', async () => {
      await integrate(id);
      const usedBy = [{ restApiId, path: '/', httpMethod: 'GET' }];
      expect(await kit.control.vpcLinks.get(editor, id)).toMatchObject({ usedBy });
      expect(await kit.control.vpcLinks.list(editor)).toMatchObject([{ usedBy }]);
      expect(await refusal(kit, remove)).toMatchObject(inUse(`${restApiId}:GET:${resourceId}`));
    });

    test('by a deployment, as long as a stage serves it', async () => {
      await integrate(id);
      await deploy();
      await integrate(null);
      expect(await kit.control.vpcLinks.get(editor, id)).toMatchObject({ usedBy: [] });
      expect(await refusal(kit, remove)).toMatchObject(inUse(`${restApiId}:GET:${resourceId}:dev`));
      await deploy();
      await remove();
      expect(await kit.control.vpcLinks.list(editor)).toEqual([]);
      expect(published()).toBeUndefined();
    });

    test('by a canary', async () => {
      await deploy();
      await integrate(id);
      await deploy(true);
      await integrate(null);
      expect(await refusal(kit, remove)).toMatchObject(inUse(`${restApiId}:GET:${resourceId}:dev`));
      await kit.control.stages.update(editor, restApiId, 'dev', { canarySettings: null });
      await remove();
    });

    test.each([
      ['a stage variable', async () => '${stageVariables.link}'],
      ['another link', async () => (await create({ name: 'Another' })).id],
    ])('not by an integration that names %s', async (_name, named) => {
      await integrate(await named());
      await deploy();
      await remove();
      expect((await kit.control.vpcLinks.list(editor)).map((link) => link.id)).not.toContain(id);
    });

    test('an integration that is written at the same time keeps it, or is refused', async () => {
      for (let round = 0; round < 10; round += 1) {
        id = (await create()).id;
        const outcomes = await Promise.allSettled([remove(), integrate(id)]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      }
    });
  });

  test('the health of its targets is what a worker says', async () => {
    const { id } = await create();
    const health: TargetHealth[] = [{ target: '10.0.0.7:8080', state: 'unhealthy', since: 1, reason: 'r' }];
    const asked: string[] = [];
    const context = createTestContext(kit.database, {
      vpcLinkHealth: async (link) => {
        asked.push(link);
        return health;
      },
    });
    expect(await createControl(context).vpcLinks.health(editor, id)).toEqual(health);
    expect(asked).toEqual([id]);
  });

  test('unknown ones are not found', async () => {
    const links = kit.control.vpcLinks;
    const works = [
      () => links.get(editor, 'x'),
      () => update('x'),
      () => links.delete(editor, 'x'),
      () => links.health(editor, 'x'),
    ];
    for (const work of works)
      expect(await refusal(kit, work)).toMatchObject({
        code: 'NotFoundException',
        message: 'Invalid Vpc Link identifier specified',
      });
  });
});

const locked = (privateKey: string) =>
  String(
    createPrivateKey(privateKey).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    }),
  );

/** Made by openssl: a key of SEC 1, which is not PKCS #8. */
const ellipticPair = {
  certificate: `-----BEGIN CERTIFICATE-----
MIIBfDCCASOgAwIBAgIUFUOP8A0uwAWZ66bFDNdj7mIpOrIwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIZWxsaXB0aWMwIBcNMjYxMTIxMTYyOTU4WhgPMjEyNjEwMjgx
NjI5NThaMBMxETAPBgNVBAMMCGVsbGlwdGljMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEAEa74XEuLymL+FtgwOEf+ksuE4/UjbnRrm5V+CYpdNYUReDaytdSkBJc
p18kDxCtlev+qPG1SLL7DbGb8UOBjKNTMFEwHQYDVR0OBBYEFD9uqyMYrfQUrlOj
Dy7UUWP8pwwIMB8GA1UdIwQYMBaAFD9uqyMYrfQUrlOjDy7UUWP8pwwIMA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgQgT6UyYBJNNgw3nGq/j2iKoO
sh4amb+rU75kf+h68hUCIH72TkpPtJ8GwHz8ap5wsQ203avvRwzXGcSEw61qM5O9
-----END CERTIFICATE-----
`,
  privateKey: `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIGUMjOdfubZl5r3dIwNxYYtgMbjZX33zBmEEkfTnBHrVoAoGCCqGSM49
AwEHoUQDQgAEAEa74XEuLymL+FtgwOEf+ksuE4/UjbnRrm5V+CYpdNYUReDaytdS
kBJcp18kDxCtlev+qPG1SLL7DbGb8UOBjA==
-----END EC PRIVATE KEY-----
`,
};

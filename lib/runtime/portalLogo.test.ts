import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { operator } from './testing/Installation';
import { sharedInstallation } from './testing/sharedInstallation';

const install = sharedInstallation();

/** A real S3 with one bucket. @returns its base URL */
async function startS3(): Promise<string> {
  const { default: S3rver } = await import('s3rver');
  const directory = mkdtempSync(join(tmpdir(), 'gatehouse-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'brand', configs: [] }],
  });
  const { port } = await server.run();
  onTestFinished(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });
  return `http://127.0.0.1:${port}`;
}

const color = '#0f62fe';
const customColors = {
  accentColor: color,
  backgroundColor: color,
  errorValidationColor: color,
  headerColor: color,
  navigationColor: color,
  textColor: color,
};

test("a portal's logo is read from S3, byte for byte, and never from Gatehouse itself", async () => {
  const installation = await install();
  const s3 = await startS3();
  const body = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from([...Array(256).keys()])]);
  const put = await fetch(`${s3}/brand/our%20logo.png`, { method: 'PUT', body });
  expect(put.status).toBe(200);

  const portals = installation.control('portals');
  const settings = installation.control('settings');
  const { portalId } = await portals.create(operator, {
    authorization: { none: {} },
    endpointConfiguration: { none: {} },
    portalContent: { displayName: 'Developers', theme: { customColors } },
  });
  const read = (key: string) => portals.update(operator, portalId, { logoUri: `s3://brand/${key}` });
  const endpoint = (url: string) => settings.update(operator, { serviceEndpoints: { s3: url } });

  await endpoint(`http://127.0.0.1:${installation.environment.GATEHOUSE_PORT}`);
  await expect(read('our logo.png')).rejects.toMatchObject({
    message: expect.stringContaining('S3 did not answer with it'),
  });
  await endpoint(s3);
  await settings.update(operator, { serviceAccessKeyId: 'S3RVER', serviceSecretAccessKey: 'S3RVER' });
  await expect(read('no such.png')).rejects.toMatchObject({
    message: expect.stringContaining('no such object'),
  });
  await read('our logo.png');
  await portals.publish(operator, portalId);
  const { site } = await portals.site(portalId);
  expect(site.logo).toBe(`data:image/png;base64,${body.toString('base64')}`);
  await settings.update(operator, { serviceEndpoints: {}, serviceAccessKeyId: '' });
});

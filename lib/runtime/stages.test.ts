import 'reflect-metadata';
import { KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { expect, onTestFinished, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();

/** Of 127.0.0.1, and vouched for by nobody. */
async function certificateOfLoopback(): Promise<{ cert: string; key: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=backend',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
  });
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { cert: certificate.toString('pem'), key: String(key) };
}

/** A backend that answers with its path, and notes who came how. */
async function backend(): Promise<{ port: number; seen: { path: string; certificate: string }[] }> {
  const seen: { path: string; certificate: string }[] = [];
  const options = { ...(await certificateOfLoopback()), requestCert: true, rejectUnauthorized: false };
  const server = createServer(options, ({ url = '', socket }, response) => {
    seen.push({ path: url, certificate: (socket as TLSSocket).getPeerCertificate().fingerprint256 });
    response.end(url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

async function deployed(installation: Installation, port: number): Promise<string> {
  const api = await installation.control('restApis').create(operator, { name: 'stages' });
  const at = [operator, api.id, api.rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...at, {});
  await installation.control('methods').putIntegration(...at, {
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    uri: `https://127.0.0.1:${port}/\${stageVariables.who}`,
    // The backend's certificate is its own.
    tlsConfig: { insecureSkipVerification: true },
  });
  await installation.control('deployments').create(operator, api.id, { stageName: 'prod' });
  return api.id;
}

test('a stage from its operations to the backend and the figures: certificate, cache, canary', async () => {
  const installation = await install();
  const { port, seen } = await backend();
  const restApiId = await deployed(installation, port);
  const stages = installation.control('stages');
  const certificates = installation.control('clientCertificates');
  const { clientCertificateId, pemEncodedCertificate } = await certificates.generate(operator, {});
  await stages.update(operator, restApiId, 'prod', {
    variables: { who: 'stage' },
    clientCertificateId,
    cacheClusterEnabled: true,
    methodSettings: { '*/*': { cachingEnabled: true } },
  });
  const ask = async () => (await call(installation.gatewayUrl(restApiId, 'prod', '/'), false)).body;

  expect([await ask(), await ask()]).toEqual(['/stage', '/stage']);
  const { fingerprint256 } = new X509Certificate(pemEncodedCertificate);
  expect(seen).toEqual([{ path: '/stage', certificate: fingerprint256 }]);
  await stages.flushCache(operator, restApiId, 'prod');
  expect(await ask()).toBe('/stage');
  expect(seen).toHaveLength(2);

  await installation.control('deployments').create(operator, restApiId, {
    stageName: 'prod',
    canarySettings: { percentTraffic: 100, stageVariableOverrides: { who: 'canary' } },
  });
  expect([await ask(), await ask()]).toEqual(['/canary', '/canary']);
  expect(seen).toHaveLength(3);

  const figures = async (stageName?: string) => {
    const range = { from: Date.now() - 3_600_000, to: Date.now() + 60_000 };
    const filter = { range, restApiId, ...(stageName !== undefined && { stageName }) };
    const { total } = await installation.control('usage').report(operator, filter);
    return [total.calls, total.cacheHits, total.cacheMisses];
  };
  await until('all five calls', async () => (await figures())[0] === 5);
  expect(await figures()).toEqual([5, 2, 3]);
  expect(await figures('prod')).toEqual([3, 1, 2]);
  expect(await figures('prod/Canary')).toEqual([2, 1, 1]);

  await stages.promoteCanary(operator, restApiId, 'prod');
  await stages.flushCache(operator, restApiId, 'prod');
  expect(await ask()).toBe('/canary');

  await until('the snapshot on disk', () => {
    const stage = installation.snapshotOnDisk()?.stages.find((one) => one.restApiId === restApiId);
    return stage?.canary?.percentTraffic === 0;
  });
  await installation.stop();
  expect(readFileSync(join(installation.dataDir, 'snapshot.json'), 'utf8')).not.toContain('PRIVATE KEY');
  await installation.start();
  expect(await ask()).toBe('/canary');
  expect(seen.at(-1)).toEqual({ path: '/canary', certificate: fingerprint256 });
});

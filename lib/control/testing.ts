/** The control plane for tests: real operations and a real database; only the gateway's side is played. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { createSessionTokens } from '@gatehouse/gateway/identity';
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { Database } from '@/db/client';
import type { HostedFunction } from '@/lib/model/function';
import type { Actor, Role } from '@/lib/model/role';
import type { ControlContext } from './ControlContext';
import type { ControlPorts, QuotaGranted, Secrets } from './ports';
import { createPublisher } from './publish/createPublisher';

export interface TestContext extends ControlContext {
  /** what the workers were handed, oldest first */
  snapshots: Snapshot[];
  /** `apiId/stage` whose caches were emptied, oldest first */
  flushed: string[];
  /** the same of authorizers' caches */
  flushedAuthorizers: string[];
  /** what UpdateUsage told the counters, oldest first */
  grantedQuotas: QuotaGranted[];
  /** zips that the function host was given, by their base64 SHA-256 */
  functionCode: Map<string, Uint8Array>;
  /** what the function host was told that there is to run, oldest first */
  publishedFunctions: HostedFunction[][];
  clock: { now: number };
}

/** @param ports replaces single ports, e.g. a `publish` that waits */
export function createTestContext(database: Database, ports: Partial<ControlPorts> = {}): TestContext {
  const snapshots: Snapshot[] = [];
  const flushed: string[] = [];
  const flushedAuthorizers: string[] = [];
  const functionCode = new Map<string, Uint8Array>();
  const publishedFunctions: HostedFunction[][] = [];
  const grantedQuotas: QuotaGranted[] = [];
  const clock = { now: Date.UTC(2026, 0, 15, 12) };
  const all: ControlPorts = {
    db: database.db,
    now: () => clock.now,
    config: {
      region: 'us-east-1',
      accountId: '000000000000',
      gatewayUrl: 'http://localhost:8080',
      publicUrl: 'http://localhost:3000',
      sampleBackendUrl: 'http://127.0.0.1:8081',
    },
    secrets: testSecrets(),
    publish: async (snapshot) => {
      snapshots.push(snapshot);
    },
    storeApiKeys: () => Promise.reject(new Error('No test has so many keys')),
    workers: () => [{ id: 1, pid: 1, revision: snapshots.at(-1)?.revision ?? 0 }],
    testInvoke: () => Promise.reject(new Error('No gateway runs in this test')),
    flushCache: async (restApiId, stageName) => {
      flushed.push(`${restApiId}/${stageName}`);
    },
    grantQuota: (granted) => {
      grantedQuotas.push(granted);
    },
    askConnections: () => Promise.reject(new Error('No gateway runs in this test')),
    vpcLinkHealth: () => Promise.reject(new Error('No gateway runs in this test')),
    missingFunctionCode: async (sha256s) => sha256s.filter((sha256) => !functionCode.has(sha256)),
    storeFunctionCode: async (sha256, zip) => {
      functionCode.set(sha256, zip);
    },
    publishFunctions: async (functions) => {
      publishedFunctions.push(functions);
    },
    invokeFunction: () => Promise.reject(new Error('No function host runs in this test')),
    testAuthorizer: () => Promise.reject(new Error('No gateway runs in this test')),
    testApiAuthorizer: () => Promise.reject(new Error('No gateway runs in this test')),
    flushAuthorizersCache: async (restApiId, stageName) => {
      flushedAuthorizers.push(`${restApiId}/${stageName}`);
    },
    callGateway: () => Promise.reject(new Error('No gateway runs in this test')),
    ...ports,
  };
  const played = {
    snapshots,
    flushed,
    flushedAuthorizers,
    grantedQuotas,
    functionCode,
    publishedFunctions,
    clock,
  };
  return { ports: all, publisher: createPublisher(all), ...played };
}

/** A signed-in user of a role; `userId` need not exist unless the operation looks it up. */
export function testActor(role: Role, userId = `${role}-id`): Actor {
  return { kind: 'user', userId, email: `${role}@example.com`, role };
}

function testSecrets(): Secrets {
  const key = randomBytes(32);
  return {
    encrypt(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    hash: (value) => createHmac('sha256', key).update(value).digest('base64url'),
    sessionTokens: createSessionTokens(randomBytes(32)),
  };
}

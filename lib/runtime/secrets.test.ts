import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { masterKey } from './masterKey';
import { createSecrets, deriveKey, lookupHash } from './secrets';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-secrets-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('the master key is made once, readable by its owner alone', () => {
  const inNewDirectory = join(dataDir, 'data');
  const made = masterKey({ dataDir: inNewDirectory });
  expect(made).toHaveLength(32);
  expect(masterKey({ dataDir: inNewDirectory })).toEqual(made);
  expect(statSync(join(inNewDirectory, 'master.key')).mode & 0o777).toBe(0o600);
});

test('the environment wins over the file, and makes none', () => {
  const given = randomBytes(32);
  expect(masterKey({ dataDir, masterKey: given.toString('base64') })).toEqual(given);
  expect(() => statSync(join(dataDir, 'master.key'))).toThrow('ENOENT');
});

test('a damaged key file stops the start and says which file', () => {
  writeFileSync(join(dataDir, 'master.key'), 'c2hvcnQ=\n');
  expect(() => masterKey({ dataDir })).toThrow(join(dataDir, 'master.key'));
});

test('what is sealed opens again, never twice the same, and not when a byte was changed', () => {
  const secrets = createSecrets(randomBytes(32));
  const sealed = secrets.encrypt('käse 🧀');
  expect(secrets.decrypt(sealed)).toBe('käse 🧀');
  expect(secrets.encrypt('käse 🧀')).not.toBe(sealed);
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => secrets.decrypt(changed)).toThrow();
  expect(() => createSecrets(randomBytes(32)).decrypt(sealed)).toThrow();
});

test('a session token opens by the same master key alone, and by nothing that seals other secrets', () => {
  const secrets = createSecrets(randomBytes(32));
  const session = {
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 's',
    issuedAt: 1,
    expiration: 2,
    subject: { userName: 'ada', userId: 'AIDAEXAMPLE' },
  };
  const token = secrets.sessionTokens.seal(session);
  expect(secrets.sessionTokens.open(token)).toEqual(session);
  expect(createSecrets(randomBytes(32)).sessionTokens.open(token)).toBeUndefined();
  const sealed = Buffer.from(secrets.encrypt(JSON.stringify(session)).slice(3), 'base64url');
  for (const forged of [sealed, Buffer.concat([Buffer.from([1]), sealed])])
    expect(secrets.sessionTokens.open(forged.toString('base64'))).toBeUndefined();
});

test('workers and control agree on the lookup hash; keys of different purposes differ', () => {
  const master = randomBytes(32);
  expect(createSecrets(master).hash('value')).toBe(lookupHash(master)('value'));
  expect(deriveKey(master, 'sessions')).not.toEqual(deriveKey(master, 'lookup'));
});

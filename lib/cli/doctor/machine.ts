import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { promisify } from 'node:util';
import { type Finding, fail, ok, warn } from './Finding';

const OLDEST = [20, 19] as const;

/** package.json's `engines`. */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (isEnough) return ok('node', version);
  return fail('node', `${version} is too old`, `Install Node.js ${OLDEST.join('.')} or newer.`);
}

/** Python's functions run by the python3 that is found. */
export async function checkPython(env: Record<string, string | undefined>): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)('python3', ['--version'], {
      env: { NODE_ENV: 'production', ...env },
      timeout: 10_000,
    });
    return ok('python3', stdout.trim());
  } catch {
    return warn('python3', 'not found: functions in Python do not run', 'Install python3, if you want them.');
  }
}

/** @param gatewayUrl where callers reach the gateway @param host a name below execute-api.localhost */
export async function checkHostNames(
  gatewayUrl: string,
  host = 'a1b2c3d4e5.execute-api.localhost',
): Promise<Finding> {
  const name = '*.execute-api.localhost';
  const addresses = await lookup(host, { all: true }).catch(() => []);
  if (addresses.some(({ address }) => /^127\.|^::1$/.test(address))) return ok('names', `${name} leads here`);
  return warn(
    'names',
    `${name} does not resolve to this machine`,
    `Call by path: ${gatewayUrl}/_aws/execute-api/API/STAGE/...`,
  );
}

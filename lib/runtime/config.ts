import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Env, readEnv } from './env';
import { projectRoot } from './projectRoot';

export interface Config {
  /** Next's development server and no prebuilt pages */
  development: boolean;
  root: string;
  host: string;
  consolePort: number;
  gatewayPort: number;
  awsPort: number;
  /** every call of the AWS endpoint is the account's own; only on loopback */
  awsOpen: boolean;
  /** null: no sample backend and no sample API */
  samplePort: number | null;
  dataDir: string;
  /** what openDb takes: a Postgres URL or the directory of the embedded database */
  database: string;
  /** true when the database is a server that may be away for a while */
  databaseIsServer: boolean;
  /** base of console and portal as a browser reaches them */
  publicUrl: string;
  /** base of invoke URLs as callers reach them */
  gatewayUrl: string;
  region: string;
  accountId: string;
  workers: number;
  /** what cached answers of all stages may take together */
  cacheBytes: number;
  /** how long readiness says no before the gateway stops taking calls */
  stopDelayMs: number;
  /** from the signal to the end of the last process, the delay included */
  stopTimeoutMs: number;
  /** base64; absent: data/master.key, made at the first start */
  masterKey?: string;
  administrator?: { email: string; password: string };
  /** of the IAM user `bootstrap` */
  accessKey?: { accessKeyId: string; secretAccessKey: string };
}

/** The one place that asks the environment, and so the mode. @throws StartFailure */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const env = readEnv(environment);
  const dataDir = resolve(env.GATEHOUSE_DATA_DIR);
  return {
    development: env.NODE_ENV === 'development',
    root: projectRoot(),
    host: env.GATEHOUSE_HOST,
    consolePort: env.GATEHOUSE_PORT,
    gatewayPort: env.GATEHOUSE_GATEWAY_PORT,
    awsPort: env.GATEHOUSE_AWS_PORT,
    awsOpen: env.GATEHOUSE_AWS_AUTH === 'off',
    samplePort: env.GATEHOUSE_SAMPLE === 'on' ? env.GATEHOUSE_SAMPLE_PORT : null,
    dataDir,
    database: env.DATABASE_URL ?? join(dataDir, 'database'),
    databaseIsServer: env.DATABASE_URL !== undefined,
    publicUrl: env.GATEHOUSE_PUBLIC_URL ?? `http://localhost:${env.GATEHOUSE_PORT}`,
    gatewayUrl: env.GATEHOUSE_GATEWAY_URL ?? `http://localhost:${env.GATEHOUSE_GATEWAY_PORT}`,
    region: env.GATEHOUSE_REGION,
    accountId: env.GATEHOUSE_ACCOUNT_ID,
    workers: env.GATEHOUSE_WORKERS ?? availableParallelism(),
    cacheBytes: env.GATEHOUSE_CACHE_MEGABYTES * 1024 * 1024,
    stopDelayMs: env.GATEHOUSE_STOP_DELAY * 1_000,
    stopTimeoutMs: env.GATEHOUSE_STOP_TIMEOUT * 1_000,
    masterKey: env.GATEHOUSE_MASTER_KEY,
    administrator: administrator(env),
    accessKey: accessKey(env),
  };
}

/** Address under which this machine reaches its own listeners, also when they bind every interface. */
export const ownAddress = (config: Config) =>
  ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;

/**
 * Ports on this machine that no integration may call unless an administrator allows it: console, gateway, AWS
 * endpoint, and a database server of ours, which trusts its neighbours.
 */
export function ownPorts(config: Config): number[] {
  const database = config.databaseIsServer ? [Number(new URL(config.database).port || 5432)] : [];
  return [config.consolePort, config.gatewayPort, config.awsPort, ...database];
}

function administrator(env: Env): Config['administrator'] {
  const { GATEHOUSE_ADMIN_EMAIL: email, GATEHOUSE_ADMIN_PASSWORD: password } = env;
  return email && password ? { email, password } : undefined;
}

function accessKey(env: Env): Config['accessKey'] {
  const { GATEHOUSE_ACCESS_KEY_ID: accessKeyId, GATEHOUSE_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
}

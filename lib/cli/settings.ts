import { type Config, ownAddress, readConfig } from '@/lib/runtime/config';
import { usageError } from './CliFailure';
import type { CommandCall } from './Command';

export interface Key {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Where the installation is, and who asks. */
export interface Settings {
  endpointUrl: string;
  consoleUrl: string;
  gatewayUrl: string;
  region: string;
  /** null: nobody gave one */
  key: Key | null;
  /** what `gatehouse start` would start with here */
  config: Config;
}

/** Options first, then the environment, then the defaults of an installation on this machine. @throws StartFailure */
export function settingsOf({ flags, terminal: { env } }: CommandCall): Settings {
  const config = readConfig(env);
  const at = (port: number) => `http://${nameOf(config)}:${port}`;
  return {
    endpointUrl: flags.url('endpoint-url') ?? (env.AWS_ENDPOINT_URL || at(config.awsPort)),
    consoleUrl: flags.url('console-url') ?? (env.GATEHOUSE_PUBLIC_URL || at(config.consolePort)),
    gatewayUrl: flags.url('gateway-url') ?? (env.GATEHOUSE_GATEWAY_URL || at(config.gatewayPort)),
    region: flags.text('region') ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || config.region),
    key: ofFlags(flags) ?? config.accessKey ?? ofAws(env),
    config,
  };
}

function nameOf(config: Config): string {
  const address = ownAddress(config);
  if (/^127\.|^::1$/.test(address)) return 'localhost';
  return address.includes(':') ? `[${address}]` : address;
}

function ofFlags(flags: CommandCall['flags']): Key | undefined {
  const [accessKeyId, secretAccessKey] = [flags.text('access-key-id'), flags.text('secret-access-key')];
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  throw usageError('--access-key-id and --secret-access-key are given together');
}

function ofAws(env: CommandCall['terminal']['env']): Key | null {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  if (!id || !secret) return null;
  return { accessKeyId: id, secretAccessKey: secret, ...(token && { sessionToken: token }) };
}

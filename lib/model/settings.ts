import { z } from 'zod';
import { throttleSettings } from './throttle';

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);
const isAddress = (text: string) => z.union([z.ipv4(), z.ipv6()]).safeParse(text).success;
const isNetwork = (text: string) => z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success;

/** A name, or an address; a text of digits and dots that is no address is a slip (10.0.0.256), not a name. */
const isHost = (text: string) => isAddress(text) || (hostName.test(text) && !/^[\d.]+$/.test(text));

function isHostAndPort(text: string): boolean {
  const [, six, name, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = six ?? name ?? '';
  const bracketed = six === undefined || z.ipv6().safeParse(six).success;
  return bracketed && isHost(host) && Number(port) >= 1 && Number(port) <= 65_535;
}

/** One exception of the egress guard: `host`, `host:port`, `[address]:port` or CIDR; lower case. */
export const egressEntry = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => isHost(text) || isHostAndPort(text) || isNetwork(text), {
    error: (issue) => `${String(issue.input).slice(0, 80)} is not a host, host:port or CIDR`,
  });

/** Services whose endpoints may be somewhere else than AWS's, as URIs of integrations name them. */
const serviceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'A service is named as in an integration URI: sqs, dynamodb, lambda');

/** Base URL of a service's endpoint, without the slash at its end. */
export const serviceEndpoint = z
  .string()
  .trim()
  .max(2_048)
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(isBaseUrl, 'An endpoint is http:// or https:// and a host, without credentials, query or fragment');

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text) || /[?#\s]/.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

export const settingsUpdate = z
  .object({
    signUpOpen: z.boolean(),
    egressAllowList: z
      .array(egressEntry)
      .max(200, 'The list has at most 200 entries')
      .transform((entries) => [...new Set(entries)]),
    throttle: throttleSettings,
    retentionDays: z
      .int('Retention is a whole number of days')
      .min(1, 'Retention is at least 1 day')
      .max(400, 'Retention is at most 400 days'),
    serviceEndpoints: z
      .record(serviceName, serviceEndpoint)
      .refine((endpoints) => Object.keys(endpoints).length <= 100, 'At most 100 services have an endpoint'),
    /** '' clears it, and its secret */
    serviceAccessKeyId: z.string().regex(/^\w{0,128}$/, 'An access key id is letters and digits'),
    /** never shown again */
    serviceSecretAccessKey: z.string().regex(/^[\x21-\x7e]{1,256}$/, 'A secret access key has no spaces'),
    /** AWS's account member: told back; '' clears it */
    cloudwatchRoleArn: z
      .string()
      .regex(/^(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512})?$/, 'The role ARN is not well formed'),
    /** '' clears it */
    signInUserPoolId: z.string().max(128),
  })
  .partial();
export type SettingsUpdate = z.input<typeof settingsUpdate>;

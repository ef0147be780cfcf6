import { z } from 'zod';
import { email, password } from '@/lib/model/role';
import { StartFailure } from './StartFailure';

const port = z.coerce.number('must be a port number').int().min(1).max(65_535);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .transform((text) => text.replace(/\/+$/, ''));

/** Of AWS's examples: among the first that others try. */
const documentedKey = {
  id: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Every variable that Gatehouse reads, and its default. */
const schema = z
  .object({
    NODE_ENV: z.string().optional(),
    GATEHOUSE_PORT: port.default(3000),
    GATEHOUSE_GATEWAY_PORT: port.default(8080),
    GATEHOUSE_AWS_PORT: port.default(4566),
    GATEHOUSE_AWS_AUTH: z.enum(['on', 'off'], 'must be on or off').default('on'),
    GATEHOUSE_HOST: z.string().min(1).default('127.0.0.1'),
    GATEHOUSE_DATA_DIR: z.string().min(1).default('data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
    GATEHOUSE_ADMIN_EMAIL: email.optional(),
    GATEHOUSE_ADMIN_PASSWORD: password.optional(),
    GATEHOUSE_ACCESS_KEY_ID: z
      .string()
      .regex(/^\w{16,128}$/, 'must be 16 to 128 letters, digits and _')
      .refine((text) => text !== documentedKey.id, "is the key of AWS's documentation, which everybody knows")
      .optional(),
    GATEHOUSE_SECRET_ACCESS_KEY: z
      .string()
      .regex(/^[!-~]{20,128}$/, 'must be 20 to 128 visible ASCII characters')
      .refine((text) => text !== documentedKey.secret, "is the secret of AWS's documentation")
      .optional(),
    GATEHOUSE_SAMPLE: z.enum(['on', 'off'], 'must be on or off').default('on'),
    GATEHOUSE_SAMPLE_PORT: port.default(8081),
    GATEHOUSE_REGION: z.string().min(1).default('us-east-1'),
    GATEHOUSE_ACCOUNT_ID: z
      .string()
      .regex(/^\d{12}$/, 'must be 12 digits')
      .default('000000000000'),
    GATEHOUSE_WORKERS: z.coerce.number('must be a number').int().min(1).max(256).optional(),
    GATEHOUSE_CACHE_MEGABYTES: z.coerce.number('must be a number').int().min(1).max(1_048_576).default(256),
    GATEHOUSE_STOP_DELAY: z.coerce.number('must be a number of seconds').min(0).max(3_600).default(0),
    GATEHOUSE_STOP_TIMEOUT: z.coerce.number('must be a number of seconds').min(3).max(7_200).default(30),
    GATEHOUSE_MASTER_KEY: z
      .string()
      .refine(is32Bytes, 'must be 32 bytes in base64, e.g. from `openssl rand -base64 32`')
      .optional(),
    GATEHOUSE_PUBLIC_URL: url.optional(),
    GATEHOUSE_GATEWAY_URL: url.optional(),
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (env.GATEHOUSE_ADMIN_EMAIL && !env.GATEHOUSE_ADMIN_PASSWORD)
      refuse('GATEHOUSE_ADMIN_PASSWORD', 'is needed beside GATEHOUSE_ADMIN_EMAIL');
    if (env.GATEHOUSE_ADMIN_PASSWORD && !env.GATEHOUSE_ADMIN_EMAIL)
      refuse('GATEHOUSE_ADMIN_EMAIL', 'is needed beside GATEHOUSE_ADMIN_PASSWORD');
    if (env.GATEHOUSE_ACCESS_KEY_ID && !env.GATEHOUSE_SECRET_ACCESS_KEY)
      refuse('GATEHOUSE_SECRET_ACCESS_KEY', 'is needed beside GATEHOUSE_ACCESS_KEY_ID');
    if (env.GATEHOUSE_SECRET_ACCESS_KEY && !env.GATEHOUSE_ACCESS_KEY_ID)
      refuse('GATEHOUSE_ACCESS_KEY_ID', 'is needed beside GATEHOUSE_SECRET_ACCESS_KEY');
    if (env.GATEHOUSE_PORT === env.GATEHOUSE_GATEWAY_PORT)
      refuse('GATEHOUSE_GATEWAY_PORT', 'must differ from GATEHOUSE_PORT');
    const taken = [env.GATEHOUSE_PORT, env.GATEHOUSE_GATEWAY_PORT];
    if (taken.includes(env.GATEHOUSE_AWS_PORT))
      refuse('GATEHOUSE_AWS_PORT', 'must differ from GATEHOUSE_PORT and GATEHOUSE_GATEWAY_PORT');
    if (env.GATEHOUSE_AWS_AUTH === 'off' && !isLoopback(env.GATEHOUSE_HOST))
      refuse('GATEHOUSE_AWS_AUTH', 'is off only where GATEHOUSE_HOST is a loopback address');
    if (env.GATEHOUSE_STOP_TIMEOUT < env.GATEHOUSE_STOP_DELAY + 3)
      refuse('GATEHOUSE_STOP_TIMEOUT', 'must exceed GATEHOUSE_STOP_DELAY by 3 seconds at least');
    if (
      env.GATEHOUSE_SAMPLE === 'on' &&
      [...taken, env.GATEHOUSE_AWS_PORT].includes(env.GATEHOUSE_SAMPLE_PORT)
    )
      refuse('GATEHOUSE_SAMPLE_PORT', "must differ from Gatehouse's other ports");
  });
export type Env = z.infer<typeof schema>;

/**
 * Reads the environment once. An empty variable counts as unset. Values are never repeated in the error: some
 * are secrets.
 * @throws StartFailure that names each wrong variable
 */
export function readEnv(environment: Record<string, string | undefined>): Env {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new StartFailure(`Gatehouse cannot start with these settings:\n${faults.join('\n')}`);
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

function is32Bytes(text: string): boolean {
  return Buffer.from(text, 'base64').length === 32;
}

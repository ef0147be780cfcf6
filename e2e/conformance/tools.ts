import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningGatehouse } from '../fixtures/startGatehouse';

const run = promisify(execFile);

/** The key that the installations under test are started with. */
export const key = {
  GATEHOUSE_ACCESS_KEY_ID: 'AKIACONFORMANCE00001',
  GATEHOUSE_SECRET_ACCESS_KEY: 'conformance/0123456789+abcdefghijklmnopq',
};

/** What AWS's tools read; nothing of this machine's own configuration. */
export function toolEnvironment({ awsUrl }: RunningGatehouse): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'test',
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    AWS_ACCESS_KEY_ID: key.GATEHOUSE_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: key.GATEHOUSE_SECRET_ACCESS_KEY,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
    AWS_ENDPOINT_URL: awsUrl,
  };
}

/** A failure of the tool, with what it printed. */
export class ToolFailure extends Error {}

/** `aws` against an installation, by an endpoint setting alone. */
export function awsCli(gatehouse: RunningGatehouse): (...words: string[]) => Promise<Answer> {
  const env = toolEnvironment(gatehouse);
  return async (...words) => {
    const args = ['--endpoint-url', gatehouse.awsUrl, '--output', 'json', ...words];
    const { stdout } = await run('aws', args, { env, timeout: 60_000 }).catch((error: { stderr: string }) => {
      throw new ToolFailure(`aws ${words.join(' ')}\n${error.stderr}`);
    });
    return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as Answer;
  };
}

/** As AWS's shapes have it: members by name, of which tests say what they expect. */
export interface Answer {
  readonly [member: string]: Answer;
}

/** The text of a member, e.g. an id. */
export const textOf = (member: Answer | undefined): string => String(member);

/** What keeps a tool from being tried here; null: it is there. Said loudly, never passed over in silence. */
export function missing(command: string, ...args: string[]): string | null {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (status === 0) return null;
  const reason = error?.message ?? `ends with ${status}`;
  const message = `NOT TRIED: \`${[command, ...args].join(' ')}\` ${reason}`;
  console.warn(`\n*** ${message} ***\n`);
  return message;
}

import { AwsRefusal, noKey } from '../AwsRefusal';
import type { Connection } from '../connect';
import { behind, type Health } from '../readHealth';
import { type Finding, fail, ok, warn } from './Finding';

/** What the AWS endpoint answered to a call that anyone with a key may make. */
export interface Asked {
  arn?: string;
  refusal?: AwsRefusal;
  /** of the answer, when there was one */
  date: string | null;
}

/** Undefined: nobody answers. */
export async function ask({ aws }: Connection): Promise<Asked | undefined> {
  try {
    return await aws.whoAmI();
  } catch (error) {
    return error instanceof AwsRefusal ? { refusal: error, date: error.date } : undefined;
  }
}

/** @param health undefined: the console does not answer */
export function checkHealth({ consoleUrl }: Connection, health: Health | undefined): Finding[] {
  if (!health)
    return [warn('console', `nothing answers at ${consoleUrl}`, 'Start Gatehouse: gatehouse start')];
  if (health.state === 'starting' || health.state === 'stopping')
    return [warn('console', `Gatehouse is ${health.state}`, 'Wait a moment, and ask again.')];
  return [ok('console', `${health.state} at ${consoleUrl}`), database(health), workers(health)];
}

/** Migrations run before the console serves: one that answers is migrated. */
const database = ({ database: answers, revision }: Health) =>
  answers
    ? ok('database', `answers, migrated, revision ${revision}`)
    : fail(
        'database',
        'does not answer',
        'Start the server of DATABASE_URL again; the gateway serves on meanwhile.',
      );

function workers(health: Health): Finding {
  const { workers: all = [], revision } = health;
  if (all.length === 0)
    return fail('workers', 'none runs', 'Read what start printed: it says why workers end.');
  const late = behind(health).map((worker) => `${worker.id} (revision ${worker.revision})`);
  if (late.length === 0) return ok('workers', `${all.length} on revision ${revision}`);
  return fail(
    'workers',
    `${late.join(', ')} behind revision ${revision}`,
    'Ask again in a moment; if it stays, read what start printed of the snapshot.',
  );
}

export function checkCredentials({ key }: Connection, asked: Asked | undefined): Finding {
  if (!asked)
    return warn('access key', 'not tried: the AWS endpoint does not answer', 'gatehouse start, then again.');
  if (asked.arn !== undefined)
    return ok('access key', key ? asked.arn : `${asked.arn}: no signature is asked for`);
  if (key === null) return warn('access key', 'none is set', noKey);
  return fail('access key', `${key.accessKeyId} is refused`, asked.refusal?.message ?? '');
}

/** SigV4 allows 5 minutes (https://docs.aws.amazon.com/IAM/latest/UserGuide/signing-elements.html). */
export function checkClock(asked: Asked | undefined, now = Date.now()): Finding {
  const then = Date.parse(asked?.date ?? '');
  if (Number.isNaN(then))
    return warn('clock', 'not compared: the AWS endpoint does not answer', 'gatehouse start, then again.');
  const seconds = Math.round(Math.abs(now - then) / 1_000);
  const detail = `${seconds} s from the endpoint's`;
  const cure = 'Set both clocks by NTP: signatures are good for 5 minutes.';
  if (seconds > 300) return fail('clock', detail, cure);
  return seconds > 60 ? warn('clock', detail, cure) : ok('clock', detail);
}

import { setTimeout as wait } from 'node:timers/promises';
import type { AwsClient } from '../AwsClient';
import { AwsRefusal } from '../AwsRefusal';
import { CliFailure, usageError } from '../CliFailure';
import type { Command, CommandCall } from '../Command';
import { answer, connect } from '../connect';
import { connectionOptions } from '../connectionOptions';
import { duration } from '../duration';
import { executionLogGroup } from '../executionLogGroup';
import { type LogEvent, NewEvents } from '../NewEvents';
import { paint, type Terminal } from '../Terminal';
import { wordsOf } from '../wordsOf';

const PREFIX = '/aws/lambda/';
const PERIOD_MS = 1_000;

export const logs: Command = {
  usage: ['NAME [--since 10m] [--filter TERMS] [--follow]', ''],
  about:
    'What a function wrote, or a log group holds, oldest line first; without NAME, which there are. Gatehouse keeps\nlogs of functions, under /aws/lambda/FUNCTION, access logs of stages, under the groups that they name, and\nexecution logs of stages: with --execution NAME is API/STAGE.',
  options: {
    since: { value: 'AGE', help: '90s, 10m, 2h or 7d (default 10m)' },
    filter: { value: 'TERMS', help: "CloudWatch's filter pattern of terms: all of these, -without, ?any" },
    execution: { help: 'the execution log of the stage API/STAGE: what was done with each call' },
    follow: { short: 'f', help: 'go on with what comes' },
    json: { help: 'one JSON object a line' },
    ...connectionOptions,
  },
  examples: [
    'gatehouse logs hello --follow',
    "gatehouse logs hello --since 2h --filter 'ERROR -timeout'",
    'gatehouse logs access/pets --since 1d',
    'gatehouse logs pets/prod --execution --follow',
  ],
  async run(call) {
    const { aws } = connect(call);
    if (call.words.length === 0) return list(call, aws);
    const { NAME } = wordsOf(call.words, 'NAME');
    const since = duration(call.flags.text('since') ?? '10m');
    const group = call.flags.has('execution')
      ? await executionLogGroup(aws, NAME, await groupNames(aws, ''))
      : await groupOf(aws, NAME);
    await print(call, aws, group, Date.now() - since);
    return 0;
  },
};

/** A function's group where there is one; else the name is a group's. */
async function groupOf(aws: AwsClient, name: string): Promise<string> {
  if (name.includes('/')) return name;
  const groups = await groupNames(aws, `${PREFIX}${name}`);
  return groups.includes(`${PREFIX}${name}`) ? `${PREFIX}${name}` : name;
}

async function print(call: CommandCall, aws: AwsClient, logGroupName: string, since: number): Promise<void> {
  const { flags, terminal } = call;
  const events = new NewEvents(since);
  const input = { logGroupName, filterPattern: flags.text('filter') ?? '' };
  const printNew = async () => {
    const all = await read(aws, { ...input, startTime: events.start });
    for (const event of events.take(all)) terminal.out(lineOf(call, event));
  };
  await printNew();
  let isAway = false;
  while (flags.has('follow') && !terminal.signal.aborted) {
    await wait(PERIOD_MS, undefined, { signal: terminal.signal }).catch(() => {});
    isAway = await printNew().then(
      () => false,
      (error: unknown) => awaited(error, isAway, terminal),
    );
  }
}

/** An endpoint that starts again is waited for, and that is said once. @throws what waiting does not help */
function awaited(error: unknown, isKnown: boolean, terminal: Terminal): true {
  const isRefused = error instanceof AwsRefusal && error.status < 500;
  if (!(error instanceof CliFailure) || isRefused || error.exitCode === 2) throw error;
  if (!isKnown) terminal.note(`${error.message} Trying again.\n`);
  return true;
}

async function read(
  aws: AwsClient,
  input: { logGroupName: string; filterPattern: string; startTime: number },
) {
  const events: LogEvent[] = [];
  let nextToken: string | undefined;
  try {
    do {
      const page = await aws.logs<{ events: LogEvent[]; nextToken?: string }>('FilterLogEvents', {
        ...input,
        ...(nextToken !== undefined && { nextToken }),
      });
      events.push(...page.events);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  } catch (error) {
    throw inOurWords(error, input.logGroupName);
  }
  return events;
}

function inOurWords(error: unknown, group: string): unknown {
  if (!(error instanceof AwsRefusal)) return error;
  if (error.code === 'ResourceNotFoundException')
    return new CliFailure(
      `No function or log group is named ${group.replace(PREFIX, '')}. gatehouse logs lists them.`,
    );
  return error.code === 'InvalidParameterException' ? usageError(error.message) : error;
}

function lineOf({ flags, terminal }: CommandCall, { timestamp, message, logStreamName }: LogEvent): string {
  const time = new Date(timestamp).toISOString();
  if (flags.has('json')) return `${JSON.stringify({ time, message, logStreamName })}\n`;
  return `${paint(terminal, 'faint', time)} ${message.trimEnd()}\n`;
}

async function list(call: CommandCall, aws: AwsClient): Promise<number> {
  const names = (await groupNames(aws, '')).map((name) => name.replace(PREFIX, ''));
  return answer(call, names, () =>
    names.length > 0 ? `${names.join('\n')}\n` : 'There are no functions and no logs of stages yet.\n',
  );
}

async function groupNames(aws: AwsClient, logGroupNamePrefix: string): Promise<string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page: { logGroups: { logGroupName: string }[]; nextToken?: string } = await aws.logs(
      'DescribeLogGroups',
      { logGroupNamePrefix, ...(nextToken !== undefined && { nextToken }) },
    );
    names.push(...page.logGroups.map(({ logGroupName }) => logGroupName));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return names;
}

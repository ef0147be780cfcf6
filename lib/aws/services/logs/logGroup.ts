import { createHash } from 'node:crypto';
import type { FunctionLogLine } from '@/lib/model/function';
import type { OperationCall } from '../../Service';
import { group, inputOf, invalid } from './inputOf';

const PREFIX = '/aws/lambda/';
/** Lines are found by their invocation's start: one that is still running then has lines after it. */
const LONGEST = 900_000;
/** lines of a group that a read looks at */
const MOST = 10_000;

export const groupNameOf = (functionName: string) => `${PREFIX}${functionName}`;

export function groupArn({ door }: OperationCall, name: string): string {
  return `arn:aws:logs:${door.region}:${door.accountId}:log-group:${name}`;
}

/** The group that a call names, by name or ARN. @throws AwsError InvalidParameterException */
export function namedGroup(call: OperationCall): string {
  const { logGroupName, logGroupIdentifier } = inputOf(call, group);
  const text = logGroupName ?? logGroupIdentifier;
  if (text === undefined) throw invalid('Name a log group');
  return text.replace(/^arn:aws[\w-]*:logs:[^:]*:\d{12}:log-group:/, '').replace(/:\*$/, '');
}

/** One line of a log in its stream. */
export interface LogEvent {
  logStreamName: string;
  timestamp: number;
  message: string;
  /** of the line, the same in every answer */
  lineId: string;
}

/**
 * The newest 10,000 lines of a group, oldest first.
 * @param since ms since the epoch; some before it may come too
 * @throws AwsError ResourceNotFoundException
 */
export async function readEvents(call: OperationCall, since?: number): Promise<LogEvent[]> {
  const name = namedGroup(call);
  const ofFunction = name.startsWith(PREFIX) ? await functionEvents(call, name, since) : [];
  if (ofFunction.length > 0) return ofFunction;
  const { logs } = call.door.control;
  const filter = { limit: MOST, ...(since !== undefined && { since }) };
  try {
    const lines = await logs.read(call.actor, name, filter);
    return lines.reverse().map(({ time, id, ...line }) => ({ ...line, timestamp: time, lineId: id }));
  } catch (error) {
    if (await isFunctionGroup(call, name)) return [];
    throw error;
  }
}

async function functionEvents(call: OperationCall, name: string, since?: number): Promise<LogEvent[]> {
  const filter = { limit: MOST, ...(since !== undefined && { since: since - LONGEST }) };
  const lines = await call.door.control.functions.logs(call.actor, name.slice(PREFIX.length), filter);
  return lines.reverse().map((line) => toEvent(name, line));
}

async function isFunctionGroup({ door, actor }: OperationCall, name: string): Promise<boolean> {
  const all = await door.control.functions.list(actor);
  return all.some(({ functionName }) => groupNameOf(functionName) === name);
}

function toEvent(groupName: string, { time, version, message, id }: FunctionLogLine): LogEvent {
  return { logStreamName: streamName(groupName, version, time), timestamp: time, message, lineId: id };
}

/**
 * `2026/01/15/[$LATEST]` and 32 letters, as Lambda names streams. Lambda has one for each instance; here lines are
 * kept by version, so that a version has one a day.
 */
function streamName(groupName: string, version: string, time: number): string {
  const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
  const letters = createHash('sha256').update(`${groupName} ${version} ${day}`).digest('hex').slice(0, 32);
  return `${day}/[${version}]${letters}`;
}

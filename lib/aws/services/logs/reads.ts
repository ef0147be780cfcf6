import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OperationCall } from '../../Service';
import { pageOf } from '../pageOf';
import { filterPattern } from './filterPattern';
import { inputOf, invalid, limit } from './inputOf';
import { groupArn, groupNameOf, type LogEvent, namedGroup, readEvents } from './logGroup';

const token = z.string().optional();
const badToken = () => invalid('The specified nextToken is invalid.');

const groupsInput = z.object({
  logGroupNamePrefix: z.string().default(''),
  logGroupNamePattern: z.string().default(''),
  nextToken: token,
  limit: limit(50),
});

/** One for each function, whether it was called or not, and those of access logs. */
export async function describeLogGroups(call: OperationCall) {
  const { logGroupNamePrefix, logGroupNamePattern, nextToken, limit: most } = inputOf(call, groupsInput);
  const functions = await call.door.control.functions.list(call.actor);
  const ofStages = await call.door.control.logs.groups(call.actor);
  const groups = [
    ...functions.map(({ functionName, lastModified }) => ({
      name: groupNameOf(functionName),
      created: lastModified,
    })),
    ...ofStages.map(({ logGroupName, creationTime }) => ({ name: logGroupName, created: creationTime })),
  ]
    .filter(({ name }, index, all) => all.findIndex((each) => each.name === name) === index)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => name.startsWith(logGroupNamePrefix) && name.includes(logGroupNamePattern));
  const page = pageOf(groups, ({ name }) => name, { limit: most, marker: nextToken, refuse: badToken });
  const logGroups = page.items.map(({ name, created }) => ({
    logGroupName: name,
    creationTime: created,
    metricFilterCount: 0,
    arn: `${groupArn(call, name)}:*`,
    logGroupArn: groupArn(call, name),
    logGroupClass: 'STANDARD',
  }));
  return { logGroups, nextToken: page.next };
}

const streamsInput = z.object({
  logStreamNamePrefix: z.string().default(''),
  orderBy: z.enum(['LogStreamName', 'LastEventTime']).default('LogStreamName'),
  descending: z.boolean().default(false),
  nextToken: token,
  limit: limit(50),
});

export async function describeLogStreams(call: OperationCall) {
  const { logStreamNamePrefix, orderBy, descending, nextToken, limit: most } = inputOf(call, streamsInput);
  const streams = new Map<string, LogEvent[]>();
  for (const event of await readEvents(call))
    streams.set(event.logStreamName, [...(streams.get(event.logStreamName) ?? []), event]);
  const all = [...streams].map(([name, events]) => streamShape(call, name, events));
  const asked = all.filter(({ logStreamName }) => logStreamName.startsWith(logStreamNamePrefix));
  const sorted = asked.sort((a, b) =>
    orderBy === 'LogStreamName'
      ? a.logStreamName.localeCompare(b.logStreamName)
      : (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0),
  );
  if (descending) sorted.reverse();
  const options = { limit: most, marker: nextToken, refuse: badToken };
  const page = pageOf(sorted, ({ logStreamName }) => logStreamName, options);
  return { logStreams: page.items, nextToken: page.next };
}

function streamShape(call: OperationCall, logStreamName: string, events: LogEvent[]) {
  const last = events.at(-1)?.timestamp;
  return {
    logStreamName,
    creationTime: events[0]?.timestamp,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: last,
    lastIngestionTime: last,
    arn: `${groupArn(call, namedGroup(call))}:log-stream:${logStreamName}`,
  };
}

const rangeInput = z.object({
  startTime: z.int().min(0).optional(),
  endTime: z.int().min(0).optional(),
  nextToken: token,
  limit: limit(10_000),
});
const eventsInput = rangeInput.extend({
  logStreamName: z.string(),
  startFromHead: z.boolean().default(false),
});

/** From the end unless told otherwise; a token that leads nowhere is given back as it is, as on AWS. */
export async function getLogEvents(call: OperationCall) {
  const {
    logStreamName,
    startFromHead,
    startTime,
    endTime,
    nextToken,
    limit: most,
  } = inputOf(call, eventsInput);
  const events = (await readEvents(call, startTime)).filter(
    (event) => event.logStreamName === logStreamName && isWithin(event, startTime, endTime),
  );
  const [from, to] = windowOf(events.length, most, startFromHead, nextToken);
  return {
    events: events
      .slice(from, to)
      .map(({ timestamp, message }) => ({ timestamp, message, ingestionTime: timestamp })),
    nextForwardToken: `f/${to}`,
    nextBackwardToken: `b/${from}`,
  };
}

function windowOf(count: number, most: number, fromHead: boolean, text?: string): [from: number, to: number] {
  const [whole, direction, place] = /^([fb])\/(\d{1,6})$/.exec(text ?? '') ?? [];
  if (text !== undefined && whole === undefined) throw badToken();
  const at = Math.min(Number(place ?? 0), count);
  if (direction === 'f' || (text === undefined && fromHead)) return [at, Math.min(at + most, count)];
  const end = text === undefined ? count : at;
  return [Math.max(0, end - most), end];
}

const filterInput = rangeInput.extend({
  logStreamNames: z.array(z.string()).optional(),
  logStreamNamePrefix: z.string().default(''),
  filterPattern: z.string().default(''),
});

export async function filterLogEvents(call: OperationCall) {
  const asked = inputOf(call, filterInput);
  const { startTime, endTime, logStreamNames, logStreamNamePrefix } = asked;
  const matches = filterPattern(asked.filterPattern);
  const events = (await readEvents(call, startTime))
    .filter((event) => isWithin(event, startTime, endTime) && matches(event.message))
    .filter(
      ({ logStreamName }) =>
        logStreamNames?.includes(logStreamName) ?? logStreamName.startsWith(logStreamNamePrefix),
    );
  const begin = Number(asked.nextToken ?? 0);
  if (!Number.isInteger(begin) || begin < 0) throw badToken();
  const end = begin + asked.limit;
  return {
    events: events.slice(begin, end).map(eventShape),
    searchedLogStreams: [],
    ...(end < events.length && { nextToken: String(end) }),
  };
}

/**
 * `eventId` tells a line from all others and is the same in every answer: what follows a log by it shows none twice and
 * leaves none out.
 */
function eventShape({ logStreamName, timestamp, message, lineId }: LogEvent) {
  const eventId = createHash('sha256').update(`${logStreamName} ${lineId}`);
  return {
    logStreamName,
    timestamp,
    message,
    ingestionTime: timestamp,
    eventId: eventId.digest('hex').slice(0, 56),
  };
}

const isWithin = ({ timestamp }: LogEvent, from = 0, to = Number.MAX_SAFE_INTEGER) =>
  timestamp >= from && timestamp < to;

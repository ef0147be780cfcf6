import { z } from 'zod';

/** Lines of access logs and execution logs that a worker sends and keeps until they are acknowledged: written once, however often sent. */
export interface AccessLogBatch {
  boot: string;
  sequence: number;
  /** by log group; times in ms since the epoch */
  groups: { logGroupName: string; lines: LogLine[] }[];
}

export interface LogLine {
  time: number;
  message: string;
}

/** A line in its stream. */
export interface AccessLogLine extends LogLine {
  /** the same whenever it is read */
  id: string;
  logStreamName: string;
}

export interface LogGroup {
  logGroupName: string;
  /** ms since the epoch */
  creationTime: number;
}

export const logGroupName = z
  .string()
  .regex(/^[\w./#-]{1,512}$/, 'A log group name is 1 to 512 letters, digits and . - _ / #');

/** `arn:aws:logs:{region}:{account}:log-group:{name}` */
const LOG_GROUP = /^arn:aws[\w-]*:logs:[a-z0-9-]+:\d{12}:log-group:([\w./#-]{1,512})$/;

/** @returns undefined: the ARN is no log group's */
export function logGroupNameOf(arn: string): string | undefined {
  return LOG_GROUP.exec(arn)?.[1];
}

/** Where access logs may go: CloudWatch Logs alone, not the Firehose streams that REST APIs have on AWS; '': nowhere. */
export const logDestination = z
  .string()
  .refine((arn) => !/^arn:aws[\w-]*:firehose:/.test(arn), {
    error:
      'Access logs go to CloudWatch Logs here, not to Firehose: give arn:aws:logs:{region}:{account}:log-group:{name}',
    abort: true,
  })
  .refine((arn) => arn === '' || logGroupNameOf(arn) !== undefined, 'Invalid ARN specified in the request');

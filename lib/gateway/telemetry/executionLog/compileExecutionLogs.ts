import type { ExecutionLogDocument, ExecutionLogSetting } from '../../snapshot/apiTypes';

/** What is logged of a method's or route's calls, and where. */
export interface ExecutionLog {
  logGroupName: string;
  /** ERROR: calls that failed alone */
  level: 'ERROR' | 'INFO';
  /** parameters, headers and bodies too */
  dataTrace: boolean;
}

/** The levels of one stage. */
export interface ExecutionLogs {
  /** of what has no setting of its own; undefined: not logged */
  every: ExecutionLog | undefined;
  /** by method key or route key */
  of(key: string): ExecutionLog | undefined;
}

/**
 * @param keyOf how a key of the document is asked for
 * @param suffix of the log group: a canary's calls have their own
 * @returns undefined: the stage logs nothing
 */
export function compileExecutionLogs(
  document: ExecutionLogDocument | undefined,
  keyOf: (key: string) => string = (key) => key,
  suffix = '',
): ExecutionLogs | undefined {
  if (!document) return undefined;
  const logGroupName = document.logGroupName + suffix;
  const logOf = ({ level, dataTrace }: ExecutionLogSetting): ExecutionLog | undefined =>
    level === 'OFF' ? undefined : { logGroupName, level, dataTrace };
  const own = new Map(Object.entries(document.own).map(([key, setting]) => [keyOf(key), logOf(setting)]));
  const every = document.every && logOf(document.every);
  return { every, of: (key) => (own.has(key) ? own.get(key) : every) };
}

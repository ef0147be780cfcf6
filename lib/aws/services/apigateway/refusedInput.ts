import type { z } from 'zod';
import { issueMessage } from '@/lib/control/parse';
import { AwsError } from '../../AwsError';
import { inBody, missing, unmetEnum, unmetOps, unmetPattern, validationError } from './constraints';

type Issue = z.core.$ZodIssue;
type Members = Record<string, unknown>;

/** An input that its schema refused. */
export interface Refused {
  operation: string;
  /** what was sent: the body's members, and those of path and query, which lie over them */
  body: Members;
  address: Members;
  issues: Issue[];
}

/** AWS tells a wrong JSON type alone, then what its constraints are not met by, all together, then the first of the rest. */
export function refusedInput({ operation, body, address, issues }: Refused): AwsError {
  const sent = { ...body, ...address };
  const typed = issues.filter(({ code }) => code === 'invalid_type' || code === 'invalid_union');
  const [wrong] = typed.filter(({ path }) => isThere(valueAt(sent, path)));
  if (wrong) return new AwsError('SerializationException', wrongType(valueAt(sent, wrong.path), wrong));
  const told = [
    ...unmetOps(operation, body.patchOperations),
    ...issues.flatMap((issue) => constraint(operation, sent, address, issue)),
  ];
  if (told.length > 0) return validationError([...new Set(told)]);
  return new AwsError('BadRequestException', issues[0] ? issueMessage(issues[0]) : 'Invalid request input');
}

function constraint(operation: string, sent: Members, address: Members, issue: Issue): string[] {
  const isElement = typeof issue.path.at(-1) === 'number';
  const path = isElement ? issue.path.slice(0, -1) : issue.path;
  const [name] = path;
  const isInAddress = typeof name === 'string' && Object.hasOwn(address, name);
  const at = isInAddress ? camelCase(path.join('.')) : inBody(operation, path.join('.'));
  const value = valueAt(sent, path);
  if (!isThere(value)) return [missing(at)];
  if (issue.code === 'invalid_value') return [unmetEnum(value, at, issue.values)];
  if (issue.code === 'invalid_format' && issue.message === NAMED)
    return [unmetPattern(value, at, patternOf(issue))];
  return [];
}

/** The message of a pattern that AWS names as it refuses. */
export const NAMED = 'pattern';

const patternOf = (issue: Issue) =>
  'pattern' in issue && typeof issue.pattern === 'string' ? issue.pattern.replace(/^\/\^|\$\/$/g, '') : '';

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    sent,
  );
}

const isThere = (value: unknown) => value !== undefined && value !== null;

/** `status_code` of the path is `statusCode` in what the service says. */
const camelCase = (name: string) => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

const classes: Record<string, string> = { string: 'String', boolean: 'Boolean', number: 'Number' };

/** In the words of AWS's reader of JSON. */
function wrongType(value: unknown, issue: Issue): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  const wanted = 'expected' in issue ? (classes[String(issue.expected)] ?? 'Object') : 'Object';
  const given = typeof value === 'number' && Number.isInteger(value) ? 'Integer' : classes[typeof value];
  return `class java.lang.${given} can not be converted to an ${wanted}`;
}

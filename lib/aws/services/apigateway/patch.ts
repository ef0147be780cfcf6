import { z } from 'zod';
import { AwsError } from '../../AwsError';
import { readJsonObject } from '../../protocols/readJsonObject';
import type { OperationCall } from '../../Service';
import { unmetOps, validationError } from './constraints';

export type Op = 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';

export interface PatchOperation {
  op: Op;
  path: string;
  value: string | undefined;
  from: string | undefined;
}

/** What an operation on a path does to the draft. */
export interface PatchCall {
  /** decoded: what `{name}` of the rule's path stands for, in order */
  names: string[];
  /** '' where none was sent */
  value: string;
  from: string;
  op: Op;
}

/** One row of AWS's table (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html). */
export interface PatchRule<Draft> {
  /** e.g. `/variables/{name}`; `~1` in what is sent stands for `/`, `~0` for `~` */
  path: string;
  ops: readonly Op[];
  /** the service's sentence for every other operation, where it has one of its own */
  refusal?: string;
  apply(draft: Draft, call: PatchCall): void;
}

/** @param rule the one of the path, which does not have the operation */
type RefusePath<Draft> = (operation: PatchOperation, rule: PatchRule<Draft> | undefined) => AwsError;

export interface PatchTable<Draft> {
  rules: readonly PatchRule<Draft>[];
  /** AWS refuses paths in two styles: with the paths that there are, or with the path alone; a stage's in its own */
  style: 'lists paths' | 'names path' | RefusePath<Draft>;
}

const patchOperations = z.array(
  z.object({
    op: z.string(),
    path: z.string().nullish(),
    value: z.string().nullish(),
    from: z.string().nullish(),
  }),
);

/**
 * The operations of a PATCH as they were sent.
 * @throws AwsError ValidationException that lists every bad `op`; SerializationException for what is no list of them
 */
export async function readPatch({ operation, request }: OperationCall): Promise<PatchOperation[]> {
  const body = await request.readBody();
  const members = body.length === 0 ? {} : readJsonObject(body);
  const parsed = patchOperations.safeParse(members.patchOperations ?? []);
  if (!parsed.success)
    throw new AwsError('SerializationException', 'patchOperations is a list of op, path, value and from');
  const unmet = unmetOps(operation, parsed.data);
  if (unmet.length > 0) throw validationError(unmet);
  return parsed.data.map(({ op, path, value, from }) => ({
    op: op as Op,
    path: path ?? '',
    value: value ?? undefined,
    from: from ?? undefined,
  }));
}

/** Applies them in order. @throws AwsError BadRequestException for a path or operation that the table does not have */
export function applyPatch<Draft>(
  draft: Draft,
  operations: readonly PatchOperation[],
  { rules, style }: PatchTable<Draft>,
): Draft {
  for (const operation of operations) {
    const { op, path, value, from } = operation;
    const [rule, names] = ruleFor(rules, path) ?? [];
    if (!rule || !names || !rule.ops.includes(op)) {
      if (typeof style === 'function') throw style(operation, rule);
      throw refusePath(operation, rules, style, rule);
    }
    rule.apply(draft, { names, value: value ?? '', from: from ?? '', op });
  }
  return draft;
}

function ruleFor<Draft>(
  rules: readonly PatchRule<Draft>[],
  path: string,
): [PatchRule<Draft>, string[]] | undefined {
  const sent = path.split('/');
  for (const rule of rules) {
    const wanted = rule.path.split('/');
    if (wanted.length !== sent.length) continue;
    const fits = wanted.every((part, index) => part.startsWith('{') || part === sent[index]);
    if (fits) return [rule, sent.filter((_, index) => wanted[index]?.startsWith('{')).map(unescapePointer)];
  }
  return undefined;
}

/** RFC 6901. */
function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function refusePath<Draft>(
  { op, path }: PatchOperation,
  rules: readonly PatchRule<Draft>[],
  style: 'lists paths' | 'names path',
  rule: PatchRule<Draft> | undefined,
): AwsError {
  if (style === 'names path') return new AwsError('BadRequestException', namesPath(path, rule));
  // Two blanks, as recorded on the service.
  const text = `Invalid patch path  '${path}' specified for op '${op}'.`;
  const known = rules.filter(({ ops: all }) => all.includes(op)).map((each) => each.path);
  const cure =
    rule || known.length === 0
      ? 'Please choose supported operations'
      : `Must be one of: [${known.join(', ')}]`;
  return new AwsError('BadRequestException', `${text} ${cure}`);
}

function namesPath<Draft>(path: string, rule: PatchRule<Draft> | undefined): string {
  if (!rule) return `Invalid patch path ${path}`;
  return rule.refusal ?? `Invalid patch operation specified. Must be one of: [${rule.ops.join(', ')}]`;
}

import { AwsError } from '../../AwsError';
import type { Op, PatchRule } from './patch';

type Texts = Record<string, string>;
type KeyOf<Draft, Value> = { [Key in keyof Draft]-?: Value extends Draft[Key] ? Key : never }[keyof Draft];

/** A text member, e.g. `/description`. */
export function text<Draft>(
  path: string,
  key: KeyOf<Draft, string>,
  ops: readonly Op[] = ['replace'],
): PatchRule<Draft> {
  return {
    path,
    ops,
    apply: (draft, { op, value }) => {
      draft[key] = (op === 'remove' ? undefined : value) as Draft[typeof key];
    },
  };
}

/** A boolean member; what is no boolean is false, as recorded on the service. */
export function flag<Draft>(path: string, key: KeyOf<Draft, boolean>): PatchRule<Draft> {
  return {
    path,
    ops: ['replace'],
    apply: (draft, { value }) => {
      draft[key] = (value.toLowerCase() === 'true') as Draft[typeof key];
    },
  };
}

/** A number member. */
export function number<Draft>(path: string, key: KeyOf<Draft, number>): PatchRule<Draft> {
  return {
    path,
    ops: ['replace'],
    apply: (draft, { value }) => {
      draft[key] = numberOf(path, value) as Draft[typeof key];
    },
  };
}

/** @throws AwsError BadRequestException */
export function numberOf(path: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number))
    throw new AwsError('BadRequestException', `Invalid number '${value}' for ${path}`);
  return number;
}

export interface EntryOptions {
  ops?: readonly Op[];
  /** refuses, with 404, to replace or remove what is not there */
  missing?: string;
}

/** A map, whose members have paths of their own: `/variables/{name}`. */
export function entries<Draft>(
  path: string,
  mapOf: (draft: Draft) => Texts,
  options: EntryOptions = {},
): PatchRule<Draft> {
  return mapRule(path, mapOf, (value) => value, options);
}

/** The same for booleans. */
export function flags<Draft>(
  path: string,
  mapOf: (draft: Draft) => Record<string, boolean>,
  missing?: string,
): PatchRule<Draft> {
  return mapRule(
    path,
    mapOf,
    (value) => value.toLowerCase() === 'true',
    missing === undefined ? {} : { missing },
  );
}

function mapRule<Draft, Value>(
  path: string,
  mapOf: (draft: Draft) => Record<string, Value>,
  read: (value: string) => Value,
  { ops = ['add', 'replace', 'remove'], missing }: EntryOptions,
): PatchRule<Draft> {
  return {
    path: `${path}/{name}`,
    ops,
    apply: (draft, { names: [name = ''], op, value }) => {
      const map = mapOf(draft);
      if (missing !== undefined && op !== 'add' && !Object.hasOwn(map, name))
        throw new AwsError('NotFoundException', missing, 404);
      if (op === 'remove') delete map[name];
      else map[name] = read(value);
    },
  };
}

/** A list of texts that is patched by its values: `add` appends what is not there, `remove` takes it away. */
export function values<Draft>(path: string, listOf: (draft: Draft) => string[]): PatchRule<Draft> {
  return {
    path,
    ops: ['add', 'remove'],
    apply: (draft, { op, value }) => {
      const list = listOf(draft);
      const at = list.indexOf(value);
      if (op === 'remove' && at >= 0) list.splice(at, 1);
      if (op === 'add' && at < 0) list.push(value);
    },
  };
}

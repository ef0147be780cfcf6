import { AwsError } from '../AwsError';

/** What a query's form holds, flat: `ActionNames.member.1`. */
export type QueryInput = Readonly<Record<string, unknown>>;

/** @throws AwsError ValidationError */
export function required(input: QueryInput, name: string): string {
  const value = optional(input, name);
  if (value !== undefined) return value;
  const at = name.charAt(0).toLowerCase() + name.slice(1);
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`,
  );
}

export function optional(input: QueryInput, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws AwsError ValidationError */
export function wholeNumber(
  input: QueryInput,
  name: string,
  range: [from: number, to: number],
): number | undefined {
  const text = optional(input, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= range[0] && value <= range[1]) return value;
  throw new AwsError('ValidationError', `${name} is a whole number from ${range[0]} to ${range[1]}`);
}

/** `Name.member.1`, `Name.member.2`, ... in order; members of a structure stand behind a further dot. */
export function members(input: QueryInput, name: string): QueryInput[] {
  const list: Record<string, unknown>[] = [];
  for (const [key, value] of Object.entries(input)) {
    const [, index, rest = ''] =
      new RegExp(`^${name}\\.member\\.([1-9]\\d{0,3})(?:\\.(.+))?$`).exec(key) ?? [];
    if (index === undefined) continue;
    list[Number(index) - 1] = { ...list[Number(index) - 1], [rest]: value };
  }
  return list.filter((one) => one !== undefined);
}

/** A list of texts. */
export const texts = (input: QueryInput, name: string): string[] =>
  members(input, name).map((one) => String(one['']));

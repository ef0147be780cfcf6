import type { ActionFault } from '@/components/ui/useAction';

/** What every box's form gets. */
export interface DraftForm<Value> {
  value: Value;
  set: (value: Value) => void;
  /** the operation's words about one field */
  errorOf: (field: string) => string | undefined;
  /** lines of a template that the operation refused */
  errorLinesOf: (field: string) => number[];
  readOnly: boolean;
}

/** The operation's words about one field, or undefined. */
export function fieldError(fault: ActionFault | null, field: string): string | undefined {
  const found = fault?.fields.filter((each) => each.field === field) ?? [];
  return found.length > 0 ? found.map(({ message }) => message).join(' ') : undefined;
}

/** The 1-based lines that the operation named in one field. */
export const fieldErrorLines = (fault: ActionFault | null, field: string): number[] =>
  fault?.fields.flatMap((each) => (each.field === field && each.line ? [each.line] : [])) ?? [];

/** What a form has no place for, in one text. */
export function otherErrors(
  fault: ActionFault | null,
  isShown: (field: string) => boolean,
): string | undefined {
  if (!fault) return undefined;
  if (fault.fields.length === 0) return fault.message;
  const others = fault.fields.filter(({ field }) => !isShown(field));
  return others.map(({ field, message }) => `${field}: ${message}`).join(' ') || undefined;
}

/** Whether `field` is one of `scalars`, or an entry that `records` have: those a form shows at their place. */
export function shownIn(
  scalars: readonly string[],
  records: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): (field: string) => boolean {
  return (field) =>
    scalars.includes(field) ||
    Object.entries(records).some(
      ([name, record]) =>
        field === name ||
        (field.startsWith(`${name}.`) && Object.hasOwn(record, field.slice(name.length + 1))),
    );
}

import { compileTemplate, type Template } from '../vtl/index';
import { compileSelection, type SelectionInput } from './compileSelection';

/** Chooses a template by its key; undefined: none fits. */
export type SocketTemplates = (input: SelectionInput) => Template | undefined;

/**
 * Templates by what templateSelectionExpression makes of a message, else `$default`'s.
 * @throws Error for an expression or a template that does not compile
 */
export function compileSocketTemplates(
  sources: Record<string, string> = {},
  selection: string | undefined,
  name: string,
): SocketTemplates {
  const templates = new Map(
    Object.entries(sources).map(([key, source]) => [key, compileTemplate(source, `${name} ${key}`)]),
  );
  const fallback = templates.get('$default');
  if (templates.size === 0) return () => undefined;
  const select = selection === undefined || selection === '' ? undefined : compileSelection(selection);
  return (input) => templates.get(select?.(input) ?? '$default') ?? fallback;
}

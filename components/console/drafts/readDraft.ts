import type { z } from 'zod';

/** A draft read from JSON text: the value, or what is wrong with the text in one sentence. */
export function readDraft<Value>(
  text: string,
  shape: z.ZodType<Value>,
): { value: Value } | { problem: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'This is not JSON' };
  }
  const parsed = shape.safeParse(document);
  if (parsed.success) return { value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  return { problem: problems.join('; ') };
}

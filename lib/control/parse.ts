import type { z } from 'zod';
import { ControlError, type FieldError } from '@/lib/model/ControlError';

/** @throws ControlError BadRequestException with one FieldError for each thing wrong */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw badRequest(
    ...result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issueMessage(issue) })),
  );
}

/** What a schema has to say. For a record's key zod says only that it is invalid, and keeps the reason inside. */
export function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_key') return issue.message;
  return issue.issues.map(({ message }) => message).join('; ') || issue.message;
}

/** BadRequestException whose message is the fields' messages joined. */
export function badRequest(...fields: FieldError[]): ControlError {
  const message = [...new Set(fields.map((field) => field.message))].join('; ');
  return new ControlError('BadRequestException', message, fields);
}

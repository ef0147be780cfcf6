import { z } from 'zod';
import type { TemplateTrial } from '@/lib/control/control';
import type { Draft } from './Draft';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const texts = z.record(z.string(), text, 'An object of texts is expected');
const parts = {
  parameters: z.strictObject(
    { path: texts.default({}), querystring: texts.default({}), header: texts.default({}) },
    'An object with path, querystring and header is expected',
  ),
  stageVariables: texts,
  context: z.record(z.string(), z.unknown(), 'An object is expected'),
};

export type JsonPart = keyof typeof parts;
export type Faults = Partial<Record<JsonPart, string>>;

/** The trial that a draft stands for, or what is wrong with its JSON texts. */
export function readTrial(draft: Draft): { trial: TemplateTrial } | { faults: Faults } {
  const parameters = readPart('parameters', draft.parameters);
  const stageVariables = readPart('stageVariables', draft.stageVariables);
  const context = readPart('context', draft.context);
  if ('value' in parameters && 'value' in stageVariables && 'value' in context) {
    const { template, kind, body } = draft;
    const values = {
      parameters: parameters.value,
      stageVariables: stageVariables.value,
      context: context.value,
    };
    return { trial: { template, kind, body, ...values } };
  }
  const read = Object.entries({ parameters, stageVariables, context });
  return {
    faults: Object.fromEntries(read.flatMap(([part, it]) => ('fault' in it ? [[part, it.fault]] : []))),
  };
}

type Read<Part extends JsonPart> = { value: z.output<(typeof parts)[Part]> } | { fault: string };

function readPart<Part extends JsonPart>(part: Part, source: string): Read<Part> {
  const json = readJson(source);
  if ('fault' in json) return json;
  const result = parts[part].safeParse(json.value);
  if (result.success) return { value: result.data as z.output<(typeof parts)[Part]> };
  const [issue] = result.error.issues;
  const at = issue?.path.join('.');
  return { fault: `${at ? `${at}: ` : ''}${issue?.message ?? 'Not understood'}` };
}

function readJson(source: string): { value: unknown } | { fault: string } {
  if (source.trim() === '') return { value: {} };
  try {
    return { value: JSON.parse(source) as unknown };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'Not JSON' };
  }
}

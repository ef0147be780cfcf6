import type { FunctionConfiguration, FunctionRuntime, FunctionUpdate } from '@/lib/model/function';

/** The form's state: numbers as typed. */
export interface ConfigurationDraft {
  description: string;
  runtime: FunctionRuntime;
  handler: string;
  memorySize: string;
  timeout: string;
  reservedConcurrency: string;
  environment: Record<string, string>;
}

export const draftOf = (configuration: FunctionConfiguration): ConfigurationDraft => ({
  description: configuration.description ?? '',
  runtime: configuration.runtime,
  handler: configuration.handler,
  memorySize: String(configuration.memorySize),
  timeout: String(configuration.timeout),
  reservedConcurrency: String(configuration.reservedConcurrency ?? ''),
  environment: configuration.environment,
});

/** What the operation gets; what is no number (NaN) it refuses with the field's name. */
export const inputOf = (draft: ConfigurationDraft): FunctionUpdate => ({
  description: draft.description.trim(),
  runtime: draft.runtime,
  handler: draft.handler.trim(),
  memorySize: numberOf(draft.memorySize),
  timeout: numberOf(draft.timeout),
  reservedConcurrency: draft.reservedConcurrency.trim() === '' ? null : numberOf(draft.reservedConcurrency),
  environment: draft.environment,
});

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

const scalars = ['description', 'runtime', 'handler', 'memorySize', 'timeout', 'reservedConcurrency'];

/** Paths of the fields that the form shows errors at; all others go above the form. */
export const fieldsOf = ({ environment }: ConfigurationDraft): string[] => [
  ...scalars,
  'environment',
  ...Object.keys(environment).map((name) => `environment.${name}`),
];

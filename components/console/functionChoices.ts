import type { FunctionSummary } from '@/lib/model/function';

/** What a picker shows of a function; its environment stays on the server. */
export type FunctionChoice = Pick<
  FunctionSummary,
  'functionName' | 'functionArn' | 'runtime' | 'aliases' | 'versions'
>;

/** For a page that passes functions to FunctionPicker. */
export const functionChoices = (functions: readonly FunctionSummary[]): FunctionChoice[] =>
  functions.map(({ functionName, functionArn, runtime, aliases, versions }) => ({
    functionName,
    functionArn,
    runtime,
    aliases,
    versions,
  }));

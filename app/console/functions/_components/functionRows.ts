import type { FunctionSummary } from '@/lib/model/function';

/** What the list shows; environment and code stay on the server. */
export type FunctionRow = Pick<
  FunctionSummary,
  'functionName' | 'description' | 'runtime' | 'memorySize' | 'timeout' | 'codeSize' | 'lastModified'
> & { uses: number };

export const functionRows = (functions: readonly FunctionSummary[]): FunctionRow[] =>
  functions.map(
    ({ functionName, description, runtime, memorySize, timeout, codeSize, lastModified, usedBy }) => ({
      functionName,
      ...(description !== undefined && { description }),
      runtime,
      memorySize,
      timeout,
      codeSize,
      lastModified,
      uses: usedBy.length,
    }),
  );

import type { FunctionStatement } from '@gatehouse/gateway/ports';

/** What the function host is told of each version that may be called (lib/model/function.ts has the same shape). */
export interface HostedFunction {
  functionName: string;
  version: string;
  /** with the version */
  functionArn: string;
  /** aliases that name this version */
  aliases: string[];
  runtime: `nodejs${string}` | `python${string}` | `provided.${string}`;
  handler: string;
  /** seconds */
  timeout: number;
  /** MB */
  memorySize: number;
  environment: Record<string, string>;
  /** calls at once; null: as many as the machine lets all functions have */
  reservedConcurrency: number | null;
  /**
   * Who may invoke it, by how it is named: an alias, the version's number, '' for the function as such. Absent: nobody
   * is asked, as in a list of before there were such.
   */
  permissions?: Record<string, FunctionStatement[]>;
  /** base64, of the zip */
  codeSha256: string;
}

/** What one call of a function wrote, START to REPORT. */
export interface InvocationLines {
  functionName: string;
  version: string;
  requestId: string;
  /** in order; time in ms since the epoch */
  lines: { time: number; message: string }[];
}

import type { OperationCall } from '../../Service';

/** One of IAM's operations: whose ARN policies are asked about, and what it does. */
export interface IamRow {
  resource(call: OperationCall): string | Promise<string>;
  run(call: OperationCall): Promise<unknown>;
}
export type IamRuns = Readonly<Record<string, IamRow>>;

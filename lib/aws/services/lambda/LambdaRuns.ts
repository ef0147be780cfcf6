import type { OperationCall } from '../../Service';

/** A group's operations by their names; each answers the members of AWS's output shape, or nothing. */
export type LambdaRuns = Readonly<Record<string, (call: OperationCall) => Promise<unknown>>>;

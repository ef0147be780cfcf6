import type { OperationCall } from '../../Service';

/** Signed operations of Cognito's by their names: what each does. */
export type CognitoRuns = Readonly<Record<string, (call: OperationCall) => Promise<unknown>>>;

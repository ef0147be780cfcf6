import type { ErrorCode } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import type { AwsError } from './AwsError';
import type { AwsRequest } from './AwsRequest';
import type { Caller } from './Caller';
import type { DoorOptions } from './DoorOptions';

/** What an operation is handed: its input as its protocol reads it, and who calls. */
export interface OperationCall {
  operation: string;
  input: Record<string, unknown>;
  request: AwsRequest;
  caller: Caller;
  /** the caller, as the control plane's operations take one */
  actor: Actor;
  door: DoorOptions;
}

/** One operation: a row of its service's table. */
export interface Operation {
  /**
   * IAM's action, which the caller's policies must allow on `resource`; `anyCaller`: every good signature may;
   * `unsigned`: the service takes the call without a signature, as AWS does.
   */
  action: `${string}:${string}` | 'anyCaller' | 'unsigned';
  /** ARN that the policies are asked about; absent: `*` */
  resource?(call: OperationCall): string | Promise<string>;
  /** Answers what its protocol writes. @throws ControlError, AwsError */
  run(call: OperationCall): Promise<unknown>;
}

/** How calls are read and answers written: one for each of AWS's wire protocols. */
export interface Protocol {
  /** @throws AwsError for what is no call of it */
  read(request: AwsRequest, service: Service): Promise<{ operation: string; input: Record<string, unknown> }>;
  answer(operation: string, output: unknown, requestId: string): Response;
  refuse(error: AwsError, requestId: string): Response;
}

/** A service behind the door. */
export interface Service {
  /** as credential scopes name it */
  name: string;
  protocol: Protocol;
  operations: ReadonlyMap<string, Operation>;
  /** the control plane's refusals in the service's own names; absent ones are called as they are */
  errorCodes?: Partial<Record<ErrorCode, string>>;
}

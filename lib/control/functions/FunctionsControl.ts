import type {
  FunctionAlias,
  FunctionCode,
  FunctionInput,
  FunctionLogLine,
  FunctionOutcome,
  FunctionPermission,
  FunctionPermissionInput,
  FunctionSummary,
  FunctionUpdate,
  FunctionVersion,
} from '@/lib/model/function';
import type { Actor } from '@/lib/model/role';
import type { Unpermitted } from './unpermitted';

/** Functions, their versions, aliases and logs, as the control plane's face has them. */
export interface FunctionsControl {
  list(actor: Actor): Promise<FunctionSummary[]>;
  /** @param qualifier version or alias; absent: $LATEST */
  get(actor: Actor, functionName: string, qualifier?: string): Promise<FunctionSummary>;
  create(actor: Actor, input: FunctionInput): Promise<FunctionSummary>;
  updateConfiguration(actor: Actor, functionName: string, input: FunctionUpdate): Promise<FunctionSummary>;
  updateCode(actor: Actor, functionName: string, code: FunctionCode): Promise<FunctionSummary>;
  /** The zip. */
  code(actor: Actor, functionName: string, qualifier?: string): Promise<Uint8Array>;
  /** A text that gives the zip, by `codeByTicket`, to whoever has it, for ten minutes. */
  codeTicket(actor: Actor, functionName: string, qualifier?: string): Promise<string>;
  codeByTicket(ticket: string): Promise<Uint8Array>;
  /** `$LATEST` and the published ones, in order; their ARNs have the version */
  versions(actor: Actor, functionName: string): Promise<FunctionVersion[]>;
  publishVersion(
    actor: Actor,
    functionName: string,
    input: { description?: string },
  ): Promise<FunctionVersion>;
  putAlias(
    actor: Actor,
    functionName: string,
    alias: string,
    input: { functionVersion: string; description?: string },
  ): Promise<FunctionAlias>;
  deleteAlias(actor: Actor, functionName: string, alias: string): Promise<void>;
  /** Statements of the resource policy. @param qualifier version or alias, which have policies of their own */
  permissions(actor: Actor, functionName: string, qualifier?: string): Promise<FunctionPermission[]>;
  addPermission(
    actor: Actor,
    functionName: string,
    input: FunctionPermissionInput,
  ): Promise<FunctionPermission>;
  removePermission(
    actor: Actor,
    functionName: string,
    statementId: string,
    qualifier?: string,
  ): Promise<void>;
  /**
   * Lets an API, whole, invoke functions, named by ARN with or without version or alias: those that it may not invoke
   * yet get a statement `apigateway-{apiId}`. ARNs of other accounts are left out.
   */
  permitApi(actor: Actor, apiId: string, functionArns: string[]): Promise<void>;
  /** What the API's current definition calls here and may not invoke; `usedBy`: `GET /pets`, `authorizer guard` */
  unpermitted(actor: Actor, apiId: string): Promise<Unpermitted[]>;
  tags(actor: Actor, functionName: string): Promise<Record<string, string>>;
  /** Adds and replaces `put`, then takes away the keys in `remove`. */
  changeTags(
    actor: Actor,
    functionName: string,
    change: { put?: Record<string, string>; remove?: string[] },
  ): Promise<void>;
  /** Refused while a method or an authorizer names it. */
  delete(actor: Actor, functionName: string): Promise<void>;
  invoke(
    actor: Actor,
    functionName: string,
    input: {
      qualifier?: string;
      payload: string;
      invocationType?: 'RequestResponse' | 'Event';
      /** base64 of a JSON object, as X-Amz-Client-Context has it */
      clientContext?: string;
    },
  ): Promise<FunctionOutcome>;
  /** newest first */
  logs(
    actor: Actor,
    functionName: string,
    filter?: { since?: number; requestId?: string; limit?: number },
  ): Promise<FunctionLogLine[]>;
}

import { readFunctionArn } from '@/components/console/functionUri';
import type { FunctionPermissionInput } from '@/lib/model/function';

/** A new statement as its form has it: texts as typed, empty ones are left out. */
export interface PermissionDraft {
  statementId: string;
  principal: string;
  action: string;
  sourceArn: string;
  sourceAccount: string;
  /** version or alias; empty: the function as such */
  qualifier: string;
}

const apiGateway = 'apigateway.amazonaws.com';

export const permissionDraft: PermissionDraft = {
  statementId: '',
  principal: apiGateway,
  action: 'lambda:InvokeFunction',
  sourceArn: '',
  sourceAccount: '',
  qualifier: '',
};

/** What lets an API, by all of its stages, methods and authorizers, invoke the function. */
export function draftForApi(draft: PermissionDraft, apiId: string, functionArn: string): PermissionDraft {
  const { region = 'us-east-1', accountId = '000000000000' } = readFunctionArn(functionArn) ?? {};
  return {
    ...draft,
    statementId: `apigateway-${apiId}`,
    principal: apiGateway,
    sourceArn: `arn:aws:execute-api:${region}:${accountId}:${apiId}/*`,
  };
}

export function permissionInput(draft: PermissionDraft): FunctionPermissionInput {
  const sourceArn = draft.sourceArn.trim();
  const sourceAccount = draft.sourceAccount.trim();
  return {
    statementId: draft.statementId.trim(),
    principal: draft.principal.trim(),
    action: draft.action.trim(),
    ...(sourceArn && { sourceArn }),
    ...(sourceAccount && { sourceAccount }),
    ...(draft.qualifier && { qualifier: draft.qualifier }),
  };
}

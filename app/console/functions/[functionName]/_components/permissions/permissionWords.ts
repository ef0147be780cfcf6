import type { FunctionPermission, FunctionPermissionInput } from '@/lib/model/function';

/** `apigateway.amazonaws.com`, an account's ARN, or `*` */
export function principalWords({ Principal }: FunctionPermission): string {
  if (Principal === '*') return Principal;
  return 'Service' in Principal ? Principal.Service : Principal.AWS;
}

/** `ArnLike AWS:SourceArn arn:…`, a line each */
export const conditionLines = ({ Condition = {} }: FunctionPermission): string[] =>
  Object.entries(Condition).flatMap(([operator, members]) =>
    Object.entries(members).map(([key, value]) => `${operator} ${key} ${value}`),
  );

/** What the condition says under a key, written in either case as policies do. */
function conditionValue({ Condition = {} }: FunctionPermission, key: string): string | undefined {
  const members = Object.values(Condition).flatMap((each) => Object.entries(each));
  return members.find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

export const sourceArnOf = (statement: FunctionPermission): string | undefined =>
  conditionValue(statement, 'AWS:SourceArn');

const SOURCE = /^arn:aws[\w-]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)(?:\/(.*))?$/;

/** The API and the place in it (`*` + `/GET/pets`) that a source ARN names; undefined for other sources. */
export function apiOfSource(sourceArn: string): { apiId: string; place: string } | undefined {
  const [, apiId, place = ''] = SOURCE.exec(sourceArn) ?? [];
  return apiId === undefined ? undefined : { apiId, place };
}

/** What makes the statement again: the undo of its removal. */
export function permissionInputOf(
  statement: FunctionPermission,
  qualifier?: string,
): FunctionPermissionInput {
  const sourceArn = sourceArnOf(statement);
  const sourceAccount = conditionValue(statement, 'AWS:SourceAccount');
  return {
    statementId: statement.Sid,
    action: statement.Action,
    principal: principalWords(statement),
    ...(sourceArn !== undefined && { sourceArn }),
    ...(sourceAccount !== undefined && { sourceAccount }),
    ...(qualifier !== undefined && { qualifier }),
  };
}

import type { Method } from '@/lib/model/method';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';

type Access = Pick<Method, 'authorizationType' | 'apiKeyRequired'>;
type AuthorizationType = Method['authorizationType'];

/**
 * What an operation's `security` asks for. As on AWS, every scheme that it names applies, whether they stand in
 * one requirement or in several; root-level `security` is not looked at, and so reported.
 */
export function readSecurity(context: ImportContext, operation: ReadonlyMap<string, SourceNode>): Access {
  const access: Access = { authorizationType: readAuth(context, operation), apiKeyRequired: false };
  for (const requirement of context.reading.list(operation.get('security'))) {
    const schemes = [...context.reading.object(requirement)];
    if (schemes.length === 0)
      context.reading.warn(
        requirement,
        'Optional security is not supported: what is named besides is required.',
      );
    for (const [name, scopes] of schemes) apply(context, { name, scopes }, access);
  }
  return access;
}

/** `x-amazon-apigateway-auth: {type: AWS_IAM}`, an older spelling of IAM authorization. */
function readAuth({ reading }: ImportContext, operation: ReadonlyMap<string, SourceNode>): AuthorizationType {
  const node = operation.get('x-amazon-apigateway-auth');
  const type = reading.text(reading.object(node).get('type'))?.toUpperCase();
  if (!node || type === undefined || type === 'NONE') return 'NONE';
  if (type !== 'AWS_IAM') reading.refuse(node, '"type" must be NONE or AWS_IAM.');
  reading.warn(node, closed('AWS_IAM'));
  return 'AWS_IAM';
}

function apply(context: ImportContext, use: { name: string; scopes: SourceNode }, access: Access): void {
  const { reading } = context;
  const scheme = context.securitySchemes.get(use.name);
  if (!scheme) {
    reading.refuse(use.scopes, `The security scheme "${use.name.slice(0, 100)}" is not defined.`);
    return;
  }
  if (reading.list(use.scopes).length === 0) use.scopes.reading = 'whole';
  const kind = readScheme(context, scheme);
  if (kind === 'apiKey') access.apiKeyRequired = true;
  else if (kind && access.authorizationType !== 'NONE' && access.authorizationType !== kind)
    reading.warn(use.scopes, `A method has one authorizer; it keeps ${access.authorizationType}.`);
  else if (kind) access.authorizationType = kind;
}

/** What a scheme asks of this gateway; undefined when the gateway does not check it. */
function readScheme({ reading }: ImportContext, node: SourceNode): 'apiKey' | AuthorizationType | undefined {
  const fields = reading.object(node);
  const type = reading.text(fields.get('type'));
  const kind = authorizationOf(fields, (field) => reading.text(field));
  if (kind) {
    node.reading = 'whole';
    reading.warn(node, closed(kind));
    return kind;
  }
  const name = reading.text(fields.get('name'))?.toLowerCase();
  if (type === 'apiKey' && name === 'x-api-key' && reading.text(fields.get('in')) === 'header')
    return 'apiKey';
  node.reading = 'whole';
  reading.warn(node, 'This security scheme is not checked by the gateway: only the backend can check it.');
  return undefined;
}

function authorizationOf(
  fields: ReadonlyMap<string, SourceNode>,
  text: (field: SourceNode | undefined) => string | undefined,
): AuthorizationType | undefined {
  const authType = text(fields.get('x-amazon-apigateway-authtype'))?.toLowerCase();
  const authorizer = fields.get('x-amazon-apigateway-authorizer');
  if (authType === 'awssigv4') return 'AWS_IAM';
  if (authType === undefined && !authorizer) return undefined;
  const isCognito =
    authType === 'cognito_user_pools' || authorizer?.child('type')?.content === 'cognito_user_pools';
  return isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM';
}

const closed = (type: AuthorizationType) =>
  `Authorization type ${type} is kept, but its authorizer is not built yet: calls of methods that use it are refused until then.`;

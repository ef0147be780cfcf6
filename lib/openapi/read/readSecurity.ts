import type { Method } from '@/lib/model/method';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';
import { authorizerOf } from './readAuthorizers';

type Access = Pick<Method, 'authorizationType' | 'authorizerId' | 'authorizationScopes' | 'apiKeyRequired'>;
type Authorization = Omit<Access, 'apiKeyRequired'>;

/**
 * What an operation's `security` asks for, else the whole document's: recorded on AWS, though its guide says that
 * security at the root is not looked at. As on AWS, every scheme that it names applies, whether they stand in one
 * requirement or in several.
 */
export function readSecurity(context: ImportContext, operation: ReadonlyMap<string, SourceNode>): Access {
  const own = operation.get('security');
  const isOwn = own !== undefined;
  let access: Access = { authorizationType: readAuth(context, operation), apiKeyRequired: false };
  for (const requirement of context.reading.list(own ?? context.security)) {
    const schemes = [...context.reading.object(requirement)];
    if (schemes.length === 0)
      context.reading.warn(
        requirement,
        'Optional security is not supported: what is named besides is required.',
      );
    for (const [name, scopes] of schemes) access = apply(context, { name, scopes, isOwn }, access);
  }
  return access;
}

/** `x-amazon-apigateway-auth: {type: AWS_IAM}`, another spelling of IAM authorization. */
function readAuth(
  { reading }: ImportContext,
  operation: ReadonlyMap<string, SourceNode>,
): Access['authorizationType'] {
  const node = operation.get('x-amazon-apigateway-auth');
  const type = reading.text(reading.object(node).get('type'))?.toUpperCase();
  if (!node || type === undefined || type === 'NONE') return 'NONE';
  if (type !== 'AWS_IAM') reading.refuse(node, '"type" must be NONE or AWS_IAM.');
  return 'AWS_IAM';
}

/** How a requirement names a scheme; `isOwn`: the operation's requirement, not the whole document's. */
interface Use {
  name: string;
  scopes: SourceNode;
  isOwn: boolean;
}

function apply(context: ImportContext, use: Use, access: Access): Access {
  const { reading } = context;
  const scheme = context.securitySchemes.get(use.name);
  if (!scheme && use.name === 'api_key') return impliedKey(context, use.scopes, access);
  if (!scheme) return undefinedScheme(context, use, access);
  const scopes = reading.list(use.scopes);
  if (scopes.length === 0) use.scopes.reading = 'whole';
  const asked = readScheme(context, use.name, scheme);
  if (asked === undefined) return access;
  if (asked === 'apiKey') return { ...access, apiKeyRequired: true };
  if (access.authorizationType === 'NONE') return { ...access, ...withScopes(context, asked, use.scopes) };
  if (!isSame(asked, access)) reading.warn(use.scopes, 'A method has one authorizer: this one is not asked.');
  return access;
}

/** The guide's example of Uber's API asks for one at its root that it does not define, and is imported. */
function undefinedScheme({ reading }: ImportContext, { name, scopes, isOwn }: Use, access: Access): Access {
  const fault = `The security scheme "${name.slice(0, 100)}" is not defined`;
  if (isOwn) reading.refuse(scopes, `${fault}.`);
  else reading.warn(scopes, `${fault}: operations that name none of their own are not held to it.`);
  if (reading.list(scopes).length === 0) scopes.reading = 'whole';
  return access;
}

/** AWS's own examples ask for `api_key` without saying what it is. */
function impliedKey({ reading }: ImportContext, scopes: SourceNode, access: Access): Access {
  if (reading.list(scopes).length === 0) scopes.reading = 'whole';
  reading.warn(scopes, 'The security scheme "api_key" is not defined: it is taken for a key in x-api-key.');
  return { ...access, apiKeyRequired: true };
}

const isSame = (a: Authorization, b: Authorization) =>
  a.authorizationType === b.authorizationType && a.authorizerId === b.authorizerId;

/** Scopes are of access tokens; for any other authorizer they stay unread, and so are reported. */
function withScopes({ reading }: ImportContext, asked: Authorization, node: SourceNode): Authorization {
  if (asked.authorizationType !== 'COGNITO_USER_POOLS') return asked;
  const authorizationScopes = reading.texts(node);
  return { ...asked, ...(authorizationScopes.length > 0 && { authorizationScopes }) };
}

/** What a scheme asks of this gateway; undefined when the gateway does not check it. */
function readScheme(
  context: ImportContext,
  name: string,
  node: SourceNode,
): 'apiKey' | Authorization | undefined {
  const { reading } = context;
  const authorizer = context.authorizers.get(name);
  if (authorizer) {
    const authorizationType = authorizer.type === 'COGNITO_USER_POOLS' ? authorizer.type : 'CUSTOM';
    return { authorizationType, authorizerId: authorizer.id };
  }
  if (authorizerOf(reading, node)) return { authorizationType: 'CUSTOM' };
  const fields = reading.object(node);
  const authType = reading.text(fields.get('x-amazon-apigateway-authtype'))?.toLowerCase();
  if (authType === 'awssigv4') return readIam(context, fields);
  if (authType !== undefined) return closed(context, node, authType);
  const isKey =
    reading.text(fields.get('type')) === 'apiKey' &&
    reading.text(fields.get('name'))?.toLowerCase() === 'x-api-key' &&
    reading.text(fields.get('in')) === 'header';
  if (isKey) return 'apiKey';
  node.reading = 'whole';
  reading.warn(node, 'This security scheme is not checked by the gateway: only the backend can check it.');
  return undefined;
}

/** A signature stands in Authorization or in the query; anything else that the scheme says has no effect. */
function readIam({ reading }: ImportContext, fields: ReadonlyMap<string, SourceNode>): Authorization {
  reading.accept(fields.get('type'), 'apiKey');
  reading.accept(fields.get('name'), 'Authorization');
  reading.accept(fields.get('in'), 'header');
  return { authorizationType: 'AWS_IAM' };
}

/** The document names an authorizer that it does not bring. */
function closed({ reading }: ImportContext, node: SourceNode, authType: string): Authorization {
  node.reading = 'whole';
  reading.warn(
    node,
    'This scheme has no x-amazon-apigateway-authorizer: calls of methods that use it are refused until they are given an authorizer.',
  );
  return { authorizationType: authType === 'cognito_user_pools' ? 'COGNITO_USER_POOLS' : 'CUSTOM' };
}

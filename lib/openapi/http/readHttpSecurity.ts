import type { RouteInput } from '@/lib/model/v2/route';
import { authorizerOf } from '../read/readAuthorizers';
import type { SourceNode } from '../source/SourceNode';
import type { HttpContext } from './readHttpPaths';

type Access = Pick<RouteInput, 'authorizationType' | 'authorizerId' | 'authorizationScopes'>;

/**
 * What an operation's `security` asks for, else the whole document's: a route has one authorization. A document that
 * asks for more of one operation is refused, as on AWS.
 */
export function readHttpSecurity(context: HttpContext, operation: ReadonlyMap<string, SourceNode>): Access {
  const { reading } = context;
  const auth = operation.get('x-amazon-apigateway-auth');
  const type = reading.text(reading.object(auth).get('type'))?.toUpperCase();
  if (type === 'AWS_IAM') return { authorizationType: 'AWS_IAM' };
  if (auth && type !== undefined && type !== 'NONE') reading.refuse(auth, '"type" must be NONE or AWS_IAM.');
  const security = operation.get('security') ?? reading.root.child('security');
  const uses = reading.list(security).flatMap((requirement) => [...reading.object(requirement)]);
  const [first, second] = uses;
  if (security && second) reading.refuse(security, 'A route of an HTTP API has one authorization only.');
  return first ? readScheme(context, first[0], first[1]) : {};
}

function readScheme(context: HttpContext, name: string, scopes: SourceNode): Access {
  const { reading, authorizers } = context;
  const authorizationScopes = reading.texts(scopes);
  const authorizer = authorizers.get(name);
  if (authorizer?.authorizerType === 'REQUEST')
    return { authorizationType: 'CUSTOM', authorizerId: authorizer.authorizerId };
  if (authorizer)
    return {
      authorizationType: 'JWT',
      authorizerId: authorizer.authorizerId,
      ...(authorizationScopes.length > 0 && { authorizationScopes }),
    };
  return readOtherScheme(context, name, scopes);
}

function readOtherScheme({ reading, schemes }: HttpContext, name: string, use: SourceNode): Access {
  const scheme = schemes.get(name);
  if (!scheme) {
    reading.refuse(use, `The security scheme "${name.slice(0, 100)}" is not defined.`);
    return {};
  }
  // What is wrong with its authorizer has been told.
  if (authorizerOf(reading, scheme)) return {};
  const fields = reading.object(scheme);
  const isIam = reading.text(fields.get('x-amazon-apigateway-authtype'))?.toLowerCase() === 'awssigv4';
  reading.whole(scheme);
  if (isIam) return { authorizationType: 'AWS_IAM' };
  reading.warn(
    scheme,
    'This security scheme has no authorizer: it is not checked, and routes that name it are open.',
  );
  return {};
}

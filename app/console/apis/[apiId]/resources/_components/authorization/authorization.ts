import type { Method } from '@/lib/model/method';
import { typeWords } from '../../../authorizers/_components/authorizerWords';
import type { MethodAuthorizer } from './MethodAuthorizer';

/** What a method says of who may call it. */
type MethodAuthorization = Pick<Method, 'authorizationType' | 'authorizerId'>;

/** Definitions are imported with authorizers that are not there: such a method lets nobody in. */
export type Authorization =
  | { kind: 'none' | 'iam' | 'missing' }
  | { kind: 'authorizer'; authorizer: MethodAuthorizer };

/** Who decides about a method's callers. */
export function authorizationOf(
  { authorizationType, authorizerId }: MethodAuthorization,
  authorizers: readonly MethodAuthorizer[],
): Authorization {
  if (authorizationType === 'NONE') return { kind: 'none' };
  if (authorizationType === 'AWS_IAM') return { kind: 'iam' };
  const authorizer = authorizers.find(({ id }) => id === authorizerId);
  return authorizer ? { kind: 'authorizer', authorizer } : { kind: 'missing' };
}

/** For a box or a badge's title, in a few words. */
export function authorizationWords(authorization: Authorization): string {
  if (authorization.kind === 'authorizer') return `Authorizer: ${authorization.authorizer.name}`;
  return { none: 'Open to all', iam: 'AWS IAM', missing: 'Authorizer missing' }[authorization.kind];
}

/** What it means for a caller, in one line. */
export function authorizationMeaning(authorization: Authorization): string {
  if (authorization.kind === 'authorizer') return typeWords[authorization.authorizer.type].meaning;
  return meanings[authorization.kind];
}

const meanings = {
  none: 'Every caller may call; an API key can still be asked for.',
  iam: 'A call is signed with an IAM user’s access key, and the user’s policies must allow execute-api:Invoke.',
  missing:
    'The authorizer that this method names is not in this API: every call is refused until one is chosen.',
};

/** The choice of a select: a type that needs no authorizer, an authorizer by its id, or empty where it is missing. */
export function choiceOf(authorization: Authorization): string {
  if (authorization.kind === 'authorizer') return authorization.authorizer.id;
  return { none: 'NONE', iam: 'AWS_IAM', missing: '' }[authorization.kind];
}

/** What a method says once `choice` is made. */
export function chosenAuthorization(
  choice: string,
  authorizers: readonly MethodAuthorizer[],
): MethodAuthorization {
  const authorizer = authorizers.find(({ id }) => id === choice);
  if (!authorizer) return { authorizationType: choice === 'AWS_IAM' ? 'AWS_IAM' : 'NONE' };
  const authorizationType = authorizer.type === 'COGNITO_USER_POOLS' ? authorizer.type : 'CUSTOM';
  return { authorizationType, authorizerId: authorizer.id };
}

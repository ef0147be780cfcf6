import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorizers } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';

type Members = Pick<Method, 'authorizationType' | 'authorizerId' | 'authorizationScopes'>;

/** AWS's sentence (reference/control-plane.md), for an authorizer that is absent, another API's or of another kind. */
const INVALID =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.';

/** An authorizer that does not go with the authorization type, and scopes that nothing would ask for. */
export async function refuseAuthorizer(
  db: Db,
  restApiId: string,
  wanted: Members,
  before: Method | undefined,
): Promise<FieldError[]> {
  const { authorizationType, authorizerId, authorizationScopes = [] } = wanted;
  if (authorizationScopes.length > 0 && authorizationType !== 'COGNITO_USER_POOLS')
    return [
      {
        field: 'authorizationScopes',
        message: 'Authorization scopes go with the authorization type COGNITO_USER_POOLS only',
      },
    ];
  if (!namesAuthorizer(authorizationType) || isUnresolvedImport(wanted, before)) return [];
  const [row] = await db
    .select({ settings: authorizers.settings })
    .from(authorizers)
    .where(and(eq(authorizers.id, authorizerId ?? ''), eq(authorizers.restApiId, restApiId)));
  const isCognito = row?.settings.type === 'COGNITO_USER_POOLS';
  if (row && isCognito === (authorizationType === 'COGNITO_USER_POOLS')) return [];
  return [{ field: authorizerId ? 'authorizerId' : 'authorizationType', message: INVALID }];
}

/** The members as they are kept: only what the authorization type has a use for. */
export function withAuthorizer<Input extends Members>(members: Input) {
  const { authorizerId, authorizationScopes = [], ...others } = members;
  return {
    ...others,
    ...(namesAuthorizer(members.authorizationType) && authorizerId && { authorizerId }),
    ...(authorizationScopes.length > 0 && { authorizationScopes }),
  };
}

/** An import may bring a type whose authorizer it does not; the engine refuses every call of such a method. */
function isUnresolvedImport({ authorizationType, authorizerId }: Members, before: Method | undefined) {
  return !authorizerId && !before?.authorizerId && before?.authorizationType === authorizationType;
}

function namesAuthorizer(type: Method['authorizationType']): boolean {
  return type === 'CUSTOM' || type === 'COGNITO_USER_POOLS';
}

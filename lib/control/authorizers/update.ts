import { authorizers } from '@/db/schema';
import type { Authorizer, AuthorizerInput } from '@/lib/model/authorizer';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { badRequest } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { atAuthorizer, findAuthorizer, readAuthorizers } from './authorizerRow';
import { authorizerSettings } from './authorizerSettings';
import { methodsThatName } from './methodsThatName';

/** Replaces the authorizer. */
export const updateAuthorizer = write(
  { name: 'UpdateAuthorizer', permission: 'editor' },
  async (call, restApiId: string, authorizerId: string, input: AuthorizerInput) => {
    await lockRestApi(call, restApiId);
    const before = await findAuthorizer(call.db, restApiId, authorizerId);
    const others = (await readAuthorizers(call.db, restApiId)).filter(({ id }) => id !== authorizerId);
    const settings = await authorizerSettings(call, input, others);
    await refuseOtherKind(call, restApiId, before, settings.type);
    await call.db.update(authorizers).set({ settings }).where(atAuthorizer(restApiId, authorizerId));
    call.audit(restApiId, { authorizerId, name: settings.name, type: settings.type });
    return { id: authorizerId, ...settings };
  },
);

/** A method's authorization type says which kind it asks: CUSTOM a function, COGNITO_USER_POOLS tokens. */
async function refuseOtherKind(
  { db }: WriteCall,
  restApiId: string,
  before: Authorizer,
  type: Authorizer['type'],
): Promise<void> {
  const isCognito = (kind: Authorizer['type']) => kind === 'COGNITO_USER_POOLS';
  if (isCognito(before.type) === isCognito(type)) return;
  const [user] = await methodsThatName(db, restApiId, before.id);
  if (user === undefined) return;
  const message = `Cannot change the type of authorizer '${before.name}' to ${type}, is referenced in method: ${user}`;
  throw badRequest({ field: 'type', message });
}

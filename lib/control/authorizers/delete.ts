import { authorizers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { atAuthorizer, findAuthorizer } from './authorizerRow';
import { methodsThatName } from './methodsThatName';

/** Deletes an authorizer that no method names any more. Deployments that have it keep it. */
export const deleteAuthorizer = write(
  { name: 'DeleteAuthorizer', permission: 'editor' },
  async (call, restApiId: string, authorizerId: string) => {
    await lockRestApi(call, restApiId);
    const { name } = await findAuthorizer(call.db, restApiId, authorizerId);
    const [user] = await methodsThatName(call.db, restApiId, authorizerId);
    if (user !== undefined)
      throw new ControlError(
        'ConflictException',
        `Cannot delete authorizer '${name}', is referenced in method: ${user}`,
      );
    await call.db.delete(authorizers).where(atAuthorizer(restApiId, authorizerId));
    call.audit(restApiId, { authorizerId, name });
  },
);

import { eq } from 'drizzle-orm';
import { requestValidators } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { namedMethods } from '../methods/namedMethods';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { findRequestValidator } from './findRequestValidator';

/** Deletes a validator that no method names any more. */
export const deleteRequestValidator = write(
  { name: 'DeleteRequestValidator', permission: 'editor' },
  async (call, restApiId: string, requestValidatorId: string) => {
    await lockRestApi(call, restApiId);
    const { name } = await findRequestValidator(call.db, restApiId, requestValidatorId);
    const methods = await namedMethods(call.db, restApiId);
    const user = methods.find(({ method }) => method.requestValidatorId === requestValidatorId);
    if (user)
      throw new ControlError(
        'ConflictException',
        `Cannot delete request validator '${name}', is referenced in method request: ${user.name}`,
      );
    await call.db.delete(requestValidators).where(eq(requestValidators.id, requestValidatorId));
    call.audit(restApiId, { requestValidatorId, name });
  },
);

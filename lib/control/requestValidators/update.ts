import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requestValidators } from '@/db/schema';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findRequestValidator } from './findRequestValidator';
import { validatorInput } from './validatorInput';

const { name, validateRequestParameters, validateRequestBody } = validatorInput.shape;
const validatorUpdate = validatorInput.extend({
  name: name.optional(),
  validateRequestParameters: validateRequestParameters.unwrap().optional(),
  validateRequestBody: validateRequestBody.unwrap().optional(),
});

/** Changes what is given. */
export const updateRequestValidator = write(
  { name: 'UpdateRequestValidator', permission: 'editor' },
  async (call, restApiId: string, requestValidatorId: string, unparsed: z.input<typeof validatorUpdate>) => {
    const wanted = parse(validatorUpdate, unparsed);
    await lockRestApi(call, restApiId);
    const before = await findRequestValidator(call.db, restApiId, requestValidatorId);
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    const next = { ...before, ...Object.fromEntries(given) };
    await call.db.update(requestValidators).set(next).where(eq(requestValidators.id, requestValidatorId));
    call.audit(restApiId, { requestValidatorId, ...wanted });
    return next;
  },
);

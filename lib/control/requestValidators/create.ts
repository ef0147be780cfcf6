import { z } from 'zod';
import { requestValidators } from '@/db/schema';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';

const input = z.object({
  name: z.string().trim().min(1, 'Request Validator name cannot be blank').max(1024),
  validateRequestParameters: z.boolean(),
});

export const createRequestValidator = write(
  { name: 'CreateRequestValidator', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof input>) => {
    const members = parse(input, unparsed);
    await lockRestApi(call, restApiId);
    const id = await freshId(call.db, requestValidators, requestValidators.id, 6);
    await call.db.insert(requestValidators).values({ id, restApiId, ...members });
    call.audit(restApiId, { requestValidatorId: id, name: members.name });
    return { id };
  },
);

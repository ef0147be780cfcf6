import type { z } from 'zod';
import { requestValidators } from '@/db/schema';
import type { RequestValidator } from '@/lib/model/restApi';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { validatorInput } from './validatorInput';

export const createRequestValidator = write(
  { name: 'CreateRequestValidator', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof validatorInput>): Promise<RequestValidator> => {
    const members = parse(validatorInput, unparsed);
    await lockRestApi(call, restApiId);
    const id = await freshId(call.db, requestValidators, requestValidators.id, 6);
    await call.db.insert(requestValidators).values({ id, restApiId, ...members });
    call.audit(restApiId, { requestValidatorId: id, name: members.name });
    return { id, ...members };
  },
);

import { models } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type ApiModel, type ApiModelInput, modelInput } from '@/lib/model/restApi';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { readModels } from './modelRow';
import { refuseSchemas } from './refuseSchemas';

/** A model that may refer to those that are there. */
export const createModel = write(
  { name: 'CreateModel', permission: 'editor' },
  async (call, restApiId: string, unparsed: ApiModelInput): Promise<ApiModel> => {
    const { description, ...members } = parse(modelInput, unparsed);
    const model = { ...members, ...(description && { description }) };
    const { name } = model;
    await lockRestApi(call, restApiId);
    const existing = await readModels(call.db, restApiId);
    if (existing.some((other) => other.name === name)) throw taken();
    const message = refuseSchemas([...existing, model], [name]).get(name);
    if (message) throw badRequest({ field: 'schema', message });
    await call.db.insert(models).values({ ...model, restApiId });
    call.audit(restApiId, { model: name });
    return model;
  },
);

function taken(): ControlError {
  const message = 'Model name already exists for this REST API';
  return new ControlError('ConflictException', message, [{ field: 'name', message }]);
}

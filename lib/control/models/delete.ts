import { and, eq } from 'drizzle-orm';
import { models } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';
import type { ApiModel } from '@/lib/model/restApi';
import { namedMethods } from '../methods/namedMethods';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';
import { findModel } from './findModel';
import { modelNames } from './modelNames';
import { readModels } from './modelRow';

/** Deletes a model that neither a method nor another model names any more. */
export const deleteModel = write(
  { name: 'DeleteModel', permission: 'editor' },
  async (call, restApiId: string, name: string) => {
    await lockRestApi(call, restApiId);
    const all = await readModels(call.db, restApiId);
    findModel(all, name);
    const use = usedByModel(all, name) ?? usedByMethod(await namedMethods(call.db, restApiId), name);
    if (use)
      throw new ControlError('ConflictException', `Cannot delete model '${name}', is referenced in ${use}`);
    await call.db.delete(models).where(and(eq(models.restApiId, restApiId), eq(models.name, name)));
    call.audit(restApiId, { model: name });
  },
);

function usedByModel(all: ApiModel[], name: string): string | undefined {
  const user = all.find((model) => model.name !== name && modelNames(model.schema).includes(name));
  return user && `model: ${user.name}`;
}

function usedByMethod(methods: { name: string; method: Method }[], name: string): string | undefined {
  for (const { name: where, method } of methods) {
    if (Object.values(method.requestModels).includes(name)) return `method request: ${where}`;
    const responses = Object.values(method.methodResponses);
    if (responses.some(({ responseModels }) => Object.values(responseModels).includes(name)))
      return `method response: ${where}`;
  }
  return undefined;
}

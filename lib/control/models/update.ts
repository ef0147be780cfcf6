import { and, eq } from 'drizzle-orm';
import { models } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import { type ApiModel, type ModelUpdate, modelUpdate } from '@/lib/model/restApi';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findModel } from './findModel';
import { readModels } from './modelRow';
import { dependents, refuseSchemas } from './refuseSchemas';

/** Changes what is given; an empty description is none. What refers to the model must still compile. */
export const updateModel = write(
  { name: 'UpdateModel', permission: 'editor' },
  async (call, restApiId: string, name: string, unparsed: ModelUpdate): Promise<ApiModel> => {
    const { description, schema } = parse(modelUpdate, unparsed);
    await lockRestApi(call, restApiId);
    const existing = await readModels(call.db, restApiId);
    const { description: said, ...before } = findModel(existing, name);
    const prose = description ?? said;
    const next = { ...before, ...(schema !== undefined && { schema }), ...(prose && { description: prose }) };
    const wrong = schema === undefined ? [] : refuseChange(existing, next);
    if (wrong.length > 0) throw badRequest(...wrong);
    await call.db
      .update(models)
      .set({ schema: next.schema, description: prose || null })
      .where(and(eq(models.restApiId, restApiId), eq(models.name, name)));
    call.audit(restApiId, { model: name });
    return next;
  },
);

/** The schema itself, and the models that go on only without this change. */
function refuseChange(existing: ApiModel[], next: ApiModel): FieldError[] {
  const after = existing.map((model) => (model.name === next.name ? next : model));
  const refused = refuseSchemas(after, dependents(after, next.name));
  const own = refused.get(next.name);
  if (own) return [{ field: 'schema', message: own }];
  const others = [...refused.keys()];
  const before = refuseSchemas(existing, others);
  return others
    .filter((name) => !before.has(name))
    .map((name) => ({ field: 'schema', message: `Model ${name} refers to this one: ${refused.get(name)}` }));
}

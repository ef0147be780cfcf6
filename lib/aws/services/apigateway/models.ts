import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import type { ApiModel } from '@/lib/model/restApi';
import type { OperationCall } from '../../Service';
import { found, notFound, told } from './found';
import { inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ model_name: z.string() });
const members = inApi.extend({
  name: z.string().default(''),
  contentType: z.string(),
  description: z.string().nullish(),
  schema: z.string().nullish(),
});

const table: PatchTable<{ description: string; schema: string }> = {
  style: 'lists paths',
  rules: [text('/description', 'description'), text('/schema', 'schema')],
};

export const models: Runs = {
  CreateModel: async (call) => {
    const { restapi_id: api, name, contentType, description, schema } = await inputOf(call, members);
    const made = await call.door.control.models.create(call.actor, api, {
      name,
      contentType,
      schema: schema ?? '',
      ...(description && { description }),
    });
    return shapeOf(made, api);
  },
  GetModels: async (call) => {
    const { restapi_id: api } = await inputOf(call, inApi);
    const all = await call.door.control.models.list(call.actor, api);
    return paged(
      call,
      all,
      ({ name }) => name,
      (model) => shapeOf(model, api),
    );
  },
  GetModel: async (call) => {
    const {
      restapi_id: api,
      model_name: name,
      flatten,
    } = await inputOf(call, address.extend({ flatten: z.string().optional() }));
    const all = await modelsOf(call, call.door.control, api, name);
    const model = modelNamed(all, name);
    return shapeOf(flatten === 'true' ? { ...model, schema: flattened(model, all, api) } : model, api);
  },
  GetModelTemplate: async (call) => {
    const { restapi_id: api, model_name: name } = await inputOf(call, address);
    modelNamed(await modelsOf(call, call.door.control, api, name), name);
    const { template } = await call.door.control.models.generate(call.actor, api, name);
    return { value: template };
  },
  UpdateModel: async (call) => {
    const { restapi_id: api, model_name: name } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      modelNamed(await modelsOf(call, control, api, name), name);
      const changes = applyPatch({} as { description: string; schema: string }, operations, table);
      return shapeOf(await control.models.update(call.actor, api, name, changes), api);
    });
  },
  DeleteModel: async (call: OperationCall) => {
    const { restapi_id: api, model_name: name } = await inputOf(call, address);
    modelNamed(await modelsOf(call, call.door.control, api, name), name);
    await call.door.control.models.delete(call.actor, api, name);
  },
};

function modelNamed(all: ApiModel[], name: string): ApiModel {
  return found(
    all.find((model) => model.name === name),
    NO_MODEL(name),
  );
}

const NO_MODEL = (name: string) => `Invalid model name specified: ${name}`;

const modelsOf = ({ actor }: OperationCall, control: Control, api: string, name: string) =>
  told(control.models.list(actor, api), notFound(NO_MODEL(name)));

/** Models are told by their names here; the id that AWS shows beside it follows from API and name. */
function shapeOf({ name, contentType, description, schema }: ApiModel, restApiId: string) {
  // A definition is the same whichever API holds it, so its references have a placeholder (lib/model): AWS the API's id.
  const schemaHere = schema.replaceAll('/restapis/{apiId}/models/', `/restapis/${restApiId}/models/`);
  const id = createHash('sha256').update(`${restApiId}/${name}`).digest('hex').slice(0, 6);
  return { id, name, contentType, ...optional({ description, schema: schemaHere }) };
}

const REFERENCE =
  /^https:\/\/apigateway\.amazonaws\.com\/restapis\/([a-z0-9]+|\{apiId\})\/models\/([A-Za-z0-9]+)$/;

/** `flatten`: the models that are referred to, and those that they refer to, as definitions of one schema. */
function flattened(model: ApiModel, all: ApiModel[], restApiId: string): string {
  const schemas = new Map(all.map(({ name, schema }) => [name, schema]));
  const definitions: Record<string, unknown> = {};
  const inlined = (schema: string): unknown =>
    JSON.parse(schema, (key, value: unknown) => {
      const [, api, name = ''] =
        key === '$ref' && typeof value === 'string' ? (REFERENCE.exec(value) ?? []) : [];
      const referred = api === restApiId || api === '{apiId}' ? schemas.get(name) : undefined;
      if (referred === undefined) return value;
      if (!Object.hasOwn(definitions, name)) {
        definitions[name] = {};
        definitions[name] = inlined(referred);
      }
      return `#/definitions/${name}`;
    });
  const whole = inlined(model.schema);
  if (Object.keys(definitions).length === 0 || typeof whole !== 'object' || whole === null)
    return model.schema;
  return JSON.stringify({
    ...whole,
    definitions: { ...('definitions' in whole && (whole.definitions as object)), ...definitions },
  });
}

import { ControlError } from '@/lib/model/ControlError';
import { type Model, type ModelInput, modelInput } from '@/lib/model/v2/model';
import { modelNames } from '../models/modelNames';
import { refuseSchemas } from '../models/refuseSchemas';
import type { ApiPart, Place } from './ApiPart';
import { type PartRow, partRows } from './partRows';
import { fault } from './refuse';

type ModelState = ModelInput & { contentType: string };

export const modelPart: ApiPart<Model, ModelInput, ModelState> = {
  kind: 'model',
  name: 'Model',
  schema: modelInput,
  keyOf: ({ name }) => name,
  taken: () => 'Model name already exists for this API',
  async complete(place, input, before) {
    if (place.api.protocolType === 'HTTP')
      throw fault('', 'Models are not currently supported for HTTP protocol.');
    if (before && before.name !== input.name) throw fault('name', 'A model keeps its name');
    const model = { ...input, contentType: input.contentType ?? 'application/json' };
    await refuseSchema(place, model);
    return model;
  },
  toItem: (modelId, settings) => ({ ...settings, modelId }),
  async refuseDelete({ call, api }, id, { name }) {
    const rows = await partRows(call.db, api.apiId);
    const naming = rows.find((row) => row.id !== id && namedBy(row).includes(name));
    if (naming)
      throw new ControlError(
        'ConflictException',
        `Cannot delete model '${name}', is referenced in ${naming.kind}: ${naming.key}`,
      );
  },
};

async function refuseSchema({ call, api }: Place, model: ModelState): Promise<void> {
  const others = (await readModels({ call, api })).filter(({ name }) => name !== model.name);
  const reason = refuseSchemas([...others, model], [model.name]).get(model.name);
  if (reason !== undefined) throw fault('schema', reason);
}

async function readModels({ call, api }: Pick<Place, 'call' | 'api'>): Promise<ModelState[]> {
  const rows = await partRows(call.db, api.apiId, 'model');
  return rows.map(({ settings }) => settings as ModelState);
}

/** Models that a route or another model names. */
function namedBy({ kind, settings }: PartRow): string[] {
  if (kind === 'route' && 'requestModels' in settings) return Object.values(settings.requestModels ?? {});
  if (kind === 'model') return modelNames((settings as ModelState).schema);
  return [];
}

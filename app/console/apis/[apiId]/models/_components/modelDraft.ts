import type { ApiModel } from '@/lib/model/restApi';

/** A model as its form has it. */
export type ModelDraft = Required<ApiModel>;

const sample = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'Pet',
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1 },
    price: { type: 'number', minimum: 0 },
  },
};

/** What the form begins with: `model`, or a sample that shows how a schema looks. */
export const modelDraft = (model?: ApiModel): ModelDraft =>
  model
    ? { ...model, description: model.description ?? '' }
    : { name: '', contentType: 'application/json', description: '', schema: JSON.stringify(sample, null, 2) };

/** How another schema of the same API names this model. */
export const modelReference = (restApiId: string, name: string) =>
  `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`;

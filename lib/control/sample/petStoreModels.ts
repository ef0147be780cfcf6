import type { ApiModel } from '@/lib/model/restApi';
import { modelReference } from '@/lib/openapi/modelReference';

const draft4 = 'http://json-schema.org/draft-04/schema#';

function model(name: string, schema: Record<string, unknown>): ApiModel {
  const text = JSON.stringify({ $schema: draft4, title: name, ...schema }, null, 2);
  return { name, contentType: 'application/json', schema: text };
}

const pet = {
  type: 'object',
  properties: { id: { type: 'integer' }, type: { type: 'string' }, price: { type: 'number' } },
};

/** The models of the PetStore example in AWS's console. */
export const petStoreModels: ApiModel[] = [
  model('Empty', { type: 'object' }),
  model('NewPet', {
    type: 'object',
    properties: { type: { $ref: modelReference('PetType') }, price: { type: 'number' } },
  }),
  model('NewPetResponse', {
    type: 'object',
    properties: { pet: { $ref: modelReference('Pet') }, message: { type: 'string' } },
  }),
  model('Pet', pet),
  model('PetType', { type: 'string', enum: ['dog', 'cat', 'fish', 'bird', 'gecko'] }),
  model('Pets', { type: 'array', items: { $ref: modelReference('Pet') } }),
];

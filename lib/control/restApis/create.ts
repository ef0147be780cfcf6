import { type NewRestApi, newRestApi, type RestApiDefinition } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { insertRestApi } from './insertRestApi';

const draft4 = 'http://json-schema.org/draft-04/schema#';

/** AWS puts the models Empty and Error into a new API (reference/control-plane.md section 4). */
const models: RestApiDefinition['models'] = [
  {
    name: 'Empty',
    contentType: 'application/json',
    description: 'This is a default empty schema model',
    schema: JSON.stringify({ $schema: draft4, title: 'Empty Schema', type: 'object' }, null, 2),
  },
  {
    name: 'Error',
    contentType: 'application/json',
    description: 'This is a default error schema model',
    schema: JSON.stringify(
      {
        $schema: draft4,
        title: 'Error Schema',
        type: 'object',
        properties: { message: { type: 'string' } },
      },
      null,
      2,
    ),
  },
];

/** An API with nothing but its root. */
export const createRestApi = write(
  { name: 'CreateRestApi', permission: 'editor' },
  async (call, input: NewRestApi) => {
    const { tags, ...members } = parse(newRestApi, input);
    const root = { id: '', path: '/', resourceMethods: {} };
    const definition = { ...members, resources: [root], models, requestValidators: [] };
    const api = await insertRestApi(call, definition, tags);
    call.audit(api.id, { name: api.name });
    return api;
  },
);

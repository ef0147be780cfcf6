import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import type { DocumentationPart } from '@/lib/model/documentation';
import type { OperationCall } from '../../Service';
import { found, notFound, told } from './found';
import { filledIn } from './given';
import { addressOf, flag, inputOf } from './inputOf';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ part_id: z.string() });
const NO_PART = 'Invalid Documentation part identifier specified';
/** In the order in which the service names them. */
const type = z.enum([
  'RESPONSE_BODY',
  'RESPONSE',
  'METHOD',
  'MODEL',
  'AUTHORIZER',
  'RESPONSE_HEADER',
  'RESOURCE',
  'PATH_PARAMETER',
  'REQUEST_BODY',
  'QUERY_PARAMETER',
  'API',
  'REQUEST_HEADER',
]);
const optionalText = z.string().nullish();
const members = inApi.extend({
  location: z.object({
    type,
    path: optionalText,
    method: optionalText,
    statusCode: optionalText,
    name: optionalText,
  }),
  properties: z.string(),
});
const filters = inApi.extend({
  type: type.optional(),
  name: z.string().optional(),
  path: z.string().optional(),
  locationStatus: z.enum(['DOCUMENTED', 'UNDOCUMENTED']).default('DOCUMENTED'),
});
const document = inApi.extend({
  mode: z.enum(['merge', 'overwrite']).default('merge'),
  failonwarnings: flag.default(false),
});

const table: PatchTable<{ properties: string }> = {
  style: 'lists paths',
  rules: [text('/properties', 'properties')],
};

export const documentationParts: Runs = {
  CreateDocumentationPart: async (call) => {
    const { restapi_id: api, location, properties } = await inputOf(call, members);
    const part = { location: { ...filledIn(location), type: location.type }, properties };
    return call.door.control.together(async ({ documentation }) => {
      const { id } = await documentation.createPart(call.actor, api, part);
      return partOf(await documentation.parts(call.actor, api), id);
    });
  },
  GetDocumentationParts: listParts,
  GetDocumentationPart: async (call) => {
    const { restapi_id: api, part_id: id } = addressOf(call, address);
    return partOf(await partsOf(call, call.door.control, api), id);
  },
  UpdateDocumentationPart: async (call) => {
    const { restapi_id: api, part_id: id } = addressOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const { documentation } = control;
      const { properties } = partOf(await partsOf(call, control, api), id);
      const next = applyPatch({ properties }, operations, table);
      await documentation.updatePart(call.actor, api, id, next);
      return partOf(await documentation.parts(call.actor, api), id);
    });
  },
  DeleteDocumentationPart: async (call) => {
    const { restapi_id: api, part_id: id } = addressOf(call, address);
    await call.door.control.documentation.deletePart(call.actor, api, id);
  },
  ImportDocumentationParts: async (call) => {
    const { restapi_id: api, mode, failonwarnings: failOnWarnings } = addressOf(call, document);
    const { ids, warnings } = await call.door.control.documentation.import(call.actor, api, {
      document: (await call.request.readBody()).toString('utf8'),
      mode: mode === 'merge' ? 'MERGE' : 'OVERWRITE',
      failOnWarnings,
    });
    return { ids, ...(warnings.length > 0 && { warnings }) };
  },
};

/** What is undocumented is told by its place alone: there is no part that had an id or properties. */
async function listParts(call: OperationCall) {
  const { restapi_id: api, locationStatus, ...wanted } = addressOf(call, filters);
  const { documentation } = call.door.control;
  const all: (Partial<DocumentationPart & { id: string }> & Pick<DocumentationPart, 'location'>)[] =
    locationStatus === 'DOCUMENTED'
      ? await documentation.parts(call.actor, api)
      : (await documentation.undocumented(call.actor, api)).map((location) => ({ location }));
  const chosen = all.filter(
    ({ location }) =>
      (!wanted.type || location.type === wanted.type) &&
      (!wanted.name || location.name === wanted.name) &&
      (!wanted.path || location.path === wanted.path),
  );
  return paged(
    call,
    chosen,
    ({ id, location }) => id ?? JSON.stringify(location),
    (part) => part,
  );
}

function partOf(all: (DocumentationPart & { id: string })[], id: string) {
  return found(
    all.find((part) => part.id === id),
    NO_PART,
  );
}

const partsOf = ({ actor }: OperationCall, { documentation }: Control, api: string) =>
  told(documentation.parts(actor, api), notFound(NO_PART));

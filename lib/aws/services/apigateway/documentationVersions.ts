import { z } from 'zod';
import type { DocumentationVersion } from '@/lib/model/documentation';
import { epochSeconds } from './epochSeconds';
import { found } from './found';
import { given } from './given';
import { addressOf, inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ doc_version: z.string() });
const members = inApi.extend({
  documentationVersion: z.string().default(''),
  stageName: z.string().nullish(),
  description: z.string().nullish(),
});

const table: PatchTable<{ description: string }> = {
  style: 'lists paths',
  rules: [text('/description', 'description')],
};

export const documentationVersions: Runs = {
  CreateDocumentationVersion: async (call) => {
    const { restapi_id: api, documentationVersion: version, ...rest } = await inputOf(call, members);
    const input = { version, ...given(rest) };
    return shapeOf(await call.door.control.documentation.createVersion(call.actor, api, input));
  },
  GetDocumentationVersions: async (call) => {
    const { restapi_id: api } = addressOf(call, inApi);
    const all = await call.door.control.documentation.versions(call.actor, api);
    return paged(call, all, ({ version }) => version, shapeOf);
  },
  GetDocumentationVersion: async (call) => {
    const { restapi_id: api, doc_version: version } = addressOf(call, address);
    return shapeOf(versionOf(await call.door.control.documentation.versions(call.actor, api), version));
  },
  UpdateDocumentationVersion: async (call) => {
    const { restapi_id: api, doc_version: version } = addressOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ documentation }) => {
      const { description = '' } = versionOf(await documentation.versions(call.actor, api), version);
      const next = applyPatch({ description }, operations, table);
      return shapeOf(await documentation.updateVersion(call.actor, api, version, next));
    });
  },
  DeleteDocumentationVersion: async (call) => {
    const { restapi_id: api, doc_version: version } = addressOf(call, address);
    await call.door.control.documentation.deleteVersion(call.actor, api, version);
  },
};

function versionOf(all: DocumentationVersion[], name: string): DocumentationVersion {
  return found(
    all.find(({ version }) => version === name),
    'Invalid Documentation version specified',
  );
}

function shapeOf({ version, description, createdDate }: DocumentationVersion) {
  return { version, createdDate: epochSeconds(createdDate), ...optional({ description }) };
}

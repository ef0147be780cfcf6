import { z } from 'zod';
import type { BasePathMapping } from '@/lib/model/domainName';
import { domainNameOf } from './domainNames';
import { given } from './given';
import { inputOf } from './inputOf';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const address = z.object({ base_path: z.string() });
const members = z.object({
  basePath: z.string().nullish(),
  restApiId: z.string().default(''),
  stage: z.string().nullish(),
});

/** AWS's table writes `/basepath`, its clients and guides `/basePath`. */
const table: PatchTable<BasePathMapping> = {
  style: 'names path',
  rules: [
    text('/basePath', 'basePath'),
    text('/basepath', 'basePath'),
    text('/restapiId', 'restApiId'),
    text('/restApiId', 'restApiId'),
    text('/stage', 'stage'),
  ],
};

export const basePathMappings: Runs = {
  CreateBasePathMapping: async (call) => {
    const name = await domainNameOf(call);
    const { restApiId, ...input } = await inputOf(call, members);
    const mapping = { restApiId, ...given(input) };
    return shape(await call.door.control.domainNames.createMapping(call.actor, name, mapping));
  },
  GetBasePathMappings: async (call) => {
    const all = await call.door.control.domainNames.listMappings(call.actor, await domainNameOf(call));
    return paged(call, all, ({ basePath }) => basePath || NONE, shape);
  },
  GetBasePathMapping: async (call) => {
    const name = await domainNameOf(call);
    const { base_path: basePath } = await inputOf(call, address);
    return shape(await call.door.control.domainNames.getMapping(call.actor, name, basePath));
  },
  UpdateBasePathMapping: async (call) => {
    const name = await domainNameOf(call);
    const { base_path: basePath } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ domainNames }) => {
      const before = await domainNames.getMapping(call.actor, name, basePath);
      const next = applyPatch({ ...before }, operations, table);
      return shape(await domainNames.updateMapping(call.actor, name, basePath, next));
    });
  },
  DeleteBasePathMapping: async (call) => {
    const name = await domainNameOf(call);
    const { base_path: basePath } = await inputOf(call, address);
    await call.door.control.domainNames.deleteMapping(call.actor, name, basePath);
  },
};

const NONE = '(none)';

function shape({ basePath, restApiId, stage }: BasePathMapping) {
  return { basePath: basePath || NONE, restApiId, ...(stage !== '' && { stage }) };
}

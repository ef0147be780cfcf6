import { z } from 'zod';
import type { Deployment } from '@/lib/model/deployment';
import { cacheClusterSizes } from '@/lib/model/stage';
import { epochSeconds } from './epochSeconds';
import { given } from './given';
import { addressOf, inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ deployment_id: z.string() });
const texts = z.record(z.string(), z.string()).nullish();
const members = inApi.extend({
  stageName: z.string().nullish(),
  stageDescription: z.string().nullish(),
  description: z.string().nullish(),
  cacheClusterEnabled: z.boolean().nullish(),
  cacheClusterSize: z.enum(cacheClusterSizes).nullish(),
  variables: texts,
  tracingEnabled: z.boolean().nullish(),
  canarySettings: z
    .object({
      percentTraffic: z.number().nullish(),
      stageVariableOverrides: texts,
      useStageCache: z.boolean().nullish(),
    })
    .nullish(),
});

const table: PatchTable<{ description: string }> = {
  style: 'names path',
  rules: [text('/description', 'description')],
};

export const deployments: Runs = {
  CreateDeployment: async (call) => {
    const { restapi_id: api, canarySettings, stageName, ...rest } = await inputOf(call, members);
    // The CLI's `--stage-name ''` is a deployment without a stage.
    const input = {
      ...given(rest),
      ...((stageName || (stageName === '' && canarySettings)) && { stageName }),
      ...(canarySettings && { canarySettings: given(canarySettings) }),
    };
    return shapeOf(await call.door.control.deployments.create(call.actor, api, input));
  },
  GetDeployments: async (call) => {
    const { restapi_id: api } = addressOf(call, inApi);
    return paged(call, await call.door.control.deployments.list(call.actor, api), ({ id }) => id, shapeOf);
  },
  GetDeployment: async (call) => {
    const embed = z.union([z.string(), z.array(z.string())]).optional();
    const {
      restapi_id: api,
      deployment_id: id,
      embed: embedded = [],
    } = addressOf(call, address.extend({ embed }));
    const group = call.door.control.deployments;
    const deployment = shapeOf(await group.get(call.actor, api, id));
    const isSummed = [embedded].flat().some((names) => names.split(',').includes('apisummary'));
    return isSummed ? { ...deployment, apiSummary: await group.summary(call.actor, api, id) } : deployment;
  },
  UpdateDeployment: async (call) => {
    const { restapi_id: api, deployment_id: id } = addressOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ deployments: group }) => {
      const { description = '' } = await group.get(call.actor, api, id);
      return shapeOf(await group.update(call.actor, api, id, applyPatch({ description }, operations, table)));
    });
  },
  DeleteDeployment: async (call) => {
    const { restapi_id: api, deployment_id: id } = addressOf(call, address);
    await call.door.control.deployments.delete(call.actor, api, id);
  },
};

function shapeOf({ id, description, createdDate }: Deployment) {
  return { id, ...optional({ description }), createdDate: epochSeconds(createdDate) };
}

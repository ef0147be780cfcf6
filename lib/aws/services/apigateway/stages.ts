import { z } from 'zod';
import { cacheClusterSizes } from '@/lib/model/stage';
import { given } from './given';
import { addressOf, inputOf } from './inputOf';
import { applyPatch, readPatch } from './patch';
import type { Runs } from './Runs';
import { stageDraft, stageTable, stageUpdateOf } from './stagePatch';
import { stageShape } from './stageShape';
import { withNewTags, withTags, withTagsOfAll } from './tagsOf';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ stage_name: z.string() });
const texts = z.record(z.string(), z.string()).nullish();
const members = inApi.extend({
  stageName: z.string().default(''),
  deploymentId: z.string().default(''),
  description: z.string().nullish(),
  cacheClusterEnabled: z.boolean().nullish(),
  cacheClusterSize: z.enum(cacheClusterSizes).nullish(),
  variables: texts,
  documentationVersion: z.string().nullish(),
  canarySettings: z
    .object({
      percentTraffic: z.number().nullish(),
      deploymentId: z.string().nullish(),
      stageVariableOverrides: texts,
      useStageCache: z.boolean().nullish(),
    })
    .nullish(),
  tracingEnabled: z.boolean().nullish(),
  tags: texts,
});

const pathOf = (restApiId: string, stageName: string) => `restapis/${restApiId}/stages/${stageName}`;

export const stages: Runs = {
  CreateStage: async (call) => {
    const {
      restapi_id: api,
      canarySettings,
      tags,
      stageName,
      deploymentId,
      ...rest
    } = await inputOf(call, members);
    const canary = canarySettings && { percentTraffic: 0, deploymentId, ...given(canarySettings) };
    const input = { stageName, deploymentId, ...given(rest), ...(canary && { canarySettings: canary }) };
    return call.door.control.together(async (control) => {
      const made = await control.stages.create(call.actor, api, input);
      return withNewTags(call, control, pathOf(api, stageName), tags, stageShape(made));
    });
  },
  GetStages: async (call) => {
    const { restapi_id: api, deploymentId } = addressOf(
      call,
      inApi.extend({ deploymentId: z.string().optional() }),
    );
    const all = await call.door.control.stages.list(call.actor, api);
    const wanted = deploymentId ? all.filter((stage) => stage.deploymentId === deploymentId) : all;
    return { item: await withTagsOfAll(call, wanted, (stage) => pathOf(api, stage.stageName), stageShape) };
  },
  GetStage: async (call) => {
    const { restapi_id: api, stage_name: name } = addressOf(call, address);
    const { control } = call.door;
    return withTags(
      call,
      control,
      pathOf(api, name),
      stageShape(await control.stages.get(call.actor, api, name)),
    );
  },
  UpdateStage: async (call) => {
    const { restapi_id: api, stage_name: name } = addressOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const draft = stageDraft(await control.stages.get(call.actor, api, name));
      const update = stageUpdateOf(applyPatch(draft, operations, stageTable));
      const stage = await control.stages.update(call.actor, api, name, update);
      return withTags(call, control, pathOf(api, name), stageShape(stage));
    });
  },
  DeleteStage: async (call) => {
    const { restapi_id: api, stage_name: name } = addressOf(call, address);
    await call.door.control.stages.delete(call.actor, api, name);
  },
  FlushStageCache: async (call) => {
    const { restapi_id: api, stage_name: name } = addressOf(call, address);
    await call.door.control.stages.flushCache(call.actor, api, name);
  },
  FlushStageAuthorizersCache: async (call) => {
    const { restapi_id: api, stage_name: name } = addressOf(call, address);
    await call.door.control.stages.flushAuthorizersCache(call.actor, api, name);
  },
};

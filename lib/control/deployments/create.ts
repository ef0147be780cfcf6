import { checkDeployment, compileDeployment } from '@gatehouse/gateway/snapshot';
import { z } from 'zod';
import { deployments } from '@/db/schema';
import type { Deployment } from '@/lib/model/deployment';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { canarySettings, stageName, stageUpdate, stageVariables } from '@/lib/model/stage';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { actorName } from '../permission';
import { deploymentDocument } from '../publish/deploymentDocument';
import { lockRestApi } from '../restApis/lockRestApi';
import { readDefinition } from '../restApis/readDefinition';
import { changeStage } from '../stages/changeStage';
import { findStage } from '../stages/findStage';
import { namelessCanary, placeDeployment } from './placeDeployment';
import { refusedByEngine } from './refusedByEngine';

type StageMembers = Parameters<typeof changeStage>[2];

/** What may be said of the stage beside its deployment. */
const stageMembers = stageUpdate
  .pick({ variables: true, cacheClusterEnabled: true, cacheClusterSize: true, tracingEnabled: true })
  .extend({ stageDescription: stageUpdate.shape.description });

const input = stageMembers.extend({
  stageName: stageName.optional(),
  description: z.string().max(1024).optional(),
  canarySettings: z
    .object({
      percentTraffic: canarySettings.shape.percentTraffic.optional(),
      stageVariableOverrides: stageVariables.optional(),
      useStageCache: z.boolean().optional(),
    })
    .optional(),
});

/**
 * Freezes the definition and puts it on the stage, which is made when it is new, or on the stage's canary. Without a
 * stage nothing calls it until a stage is moved to it.
 */
export const createDeployment = write(
  { name: 'CreateDeployment', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof input>): Promise<Deployment> => {
    if (unparsed.canarySettings && !unparsed.stageName) throw namelessCanary(unparsed.stageName);
    const wanted = parse(input, unparsed);
    const definition = await readDefinition(call.db, await lockRestApi(call, restApiId));
    checkComplete(definition);
    const id = await freshId(call.db, deployments, deployments.id, 6);
    checkCompiles(id, restApiId, definition);
    const row = await insert(call, { id, restApiId, description: wanted.description ?? null, definition });
    if (wanted.stageName === undefined) {
      call.audit(restApiId, { deploymentId: id });
      return { ...row, stageNames: [], canaryStageNames: [] };
    }
    const stageNames = [wanted.stageName];
    const canary = await placeDeployment(call, restApiId, wanted.stageName, id, wanted.canarySettings);
    const members = membersOf(wanted);
    await changeMembers(call, restApiId, wanted.stageName, members);
    call.audit(restApiId, {
      deploymentId: id,
      stageName: wanted.stageName,
      ...(canary && { canary }),
      ...members,
    });
    return { ...row, stageNames, canaryStageNames: canary ? stageNames : [] };
  },
);

function membersOf({ stageDescription, variables, ...wanted }: z.output<typeof stageMembers>): StageMembers {
  const { cacheClusterEnabled, cacheClusterSize, tracingEnabled } = wanted;
  return {
    ...(stageDescription && { description: stageDescription }),
    ...(variables && { variables }),
    ...(cacheClusterEnabled !== undefined && { cacheClusterEnabled }),
    ...(cacheClusterSize && { cacheClusterSize }),
    ...(tracingEnabled !== undefined && { tracingEnabled }),
  };
}

async function changeMembers(call: WriteCall, restApiId: string, name: string, members: StageMembers) {
  if (Object.keys(members).length === 0) return;
  await changeStage(call, await findStage(call.db, restApiId, name), members);
}

/** AWS refuses both (reference/operations.md section 1). */
function checkComplete({ resources }: RestApiDefinition): void {
  const methods = resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods).map((method) => ({ name: `${method.httpMethod} ${path}`, method })),
  );
  if (methods.length === 0)
    throw badRequest({ field: '', message: "The REST API doesn't contain any methods" });
  const bare = methods.filter(({ method }) => !method.methodIntegration);
  if (bare.length > 0)
    throw badRequest(
      ...bare.map(({ name }) => ({ field: name, message: 'No integration defined for method' })),
    );
}

function checkCompiles(id: string, restApiId: string, definition: RestApiDefinition): void {
  const document = deploymentDocument(id, restApiId, definition);
  try {
    checkDeployment(document);
    compileDeployment(document);
  } catch (error) {
    throw refusedByEngine(error, document);
  }
}

async function insert(
  { db, actor, now }: WriteCall,
  row: { id: string; restApiId: string; description: string | null; definition: RestApiDefinition },
) {
  const createdBy = actorName(actor);
  await db.insert(deployments).values({ ...row, createdDate: now, createdBy });
  const { id, restApiId, description } = row;
  return {
    id,
    restApiId,
    createdDate: now.getTime(),
    createdBy,
    ...(description !== null && { description }),
  };
}

import type { StageDocument } from '@gatehouse/gateway/snapshot';
import type { stages } from '@/db/schema';

export function stageDocument(row: typeof stages.$inferSelect): StageDocument {
  const { '*/*': throttle, ...methodThrottles } = row.methodSettings;
  const { restApiId, stageName, deploymentId, variables } = row;
  return { restApiId, stageName, deploymentId, variables, methodThrottles, ...(throttle && { throttle }) };
}

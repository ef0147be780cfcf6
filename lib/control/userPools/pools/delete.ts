import { and, eq, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorizers, deployments, stages, userPools } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../../operation';
import { arnOf, lockUserPool } from '../findUserPool';
import { permitPool, signInPool } from '../permitPool';
import { portalsThatName } from '../portalsThatName';

export const deleteUserPool = write(
  { name: 'DeleteUserPool', permission: 'editor' },
  async ({ actor, db, ports, audit, publish }, userPoolId: string) => {
    await permitPool(db, actor, userPoolId, 'DeleteUserPool');
    const { settings } = await lockUserPool(db, userPoolId);
    const arn = arnOf(ports.config, userPoolId);
    const uses = [
      ...(await authorizersThatName(db, arn)),
      ...(await stagesThatServe(db, arn)),
      ...(await portalsThatName(db, arn)),
    ];
    if ((await signInPool(db)) === userPoolId) uses.push('sign-in to portal and console');
    if (uses.length > 0)
      throw new ControlError(
        'BadRequestException',
        `User pool ${userPoolId} is in use by ${uses.join(', ')}.`,
      );
    await db.delete(userPools).where(eq(userPools.id, userPoolId));
    audit(userPoolId, { name: settings.name });
    publish();
  },
);

async function authorizersThatName(db: Db, arn: string): Promise<string[]> {
  const rows = await db
    .select({ restApiId: authorizers.restApiId, name: sql<string>`${authorizers.settings} ->> 'name'` })
    .from(authorizers)
    .where(sql`${authorizers.settings} -> 'providerARNs' @> ${JSON.stringify([arn])}::jsonb`)
    .orderBy(authorizers.restApiId, authorizers.id);
  return rows.map(({ restApiId, name }) => `authorizer ${name} of API ${restApiId}`);
}

/** Deployments keep the authorizers that they were made with. */
async function stagesThatServe(db: Db, arn: string): Promise<string[]> {
  const inCanary = sql`${deployments.id} = ${stages.canarySettings} ->> 'deploymentId'`;
  const rows = await db
    .selectDistinct({ restApiId: stages.restApiId, stageName: stages.stageName })
    .from(stages)
    .innerJoin(
      deployments,
      and(eq(deployments.restApiId, stages.restApiId), or(eq(deployments.id, stages.deploymentId), inCanary)),
    )
    .where(
      sql`jsonb_path_exists(${deployments.definition}, '$.authorizers[*].providerARNs[*] ? (@ == $arn)',
        jsonb_build_object('arn', ${arn}::text))`,
    )
    .orderBy(stages.restApiId, stages.stageName);
  return rows.map(({ restApiId, stageName }) => `stage ${stageName} of API ${restApiId}`);
}

import { and, eq } from 'drizzle-orm';
import { apiStages, portalProducts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../ControlContext';
import { refuseMapped } from '../domainNames/refuseMapped';
import { read, write } from '../operation';
import { flushAuthorizers } from '../stages/flushAuthorizersCache';
import { dropProducts, dropTags } from '../tags/dropTags';
import { readTags } from '../tags/readTags';
import type { ApisControl } from './ApisControl';
import { findApi, lockApi } from './findApi';
import { apiStageAt, findApiStage, toApiStage } from './findApiStage';
import { stageArn } from './stageArn';
import { changeApiStage, createApiStage, replaceRouteSettings, updateApiStage } from './writeStage';

export function stagesOperations(context: ControlContext): ApisControl['stages'] {
  return {
    list: listStages(context),
    get: getStage(context),
    create: createApiStage(context),
    update: updateApiStage(context),
    delete: deleteStage(context),
    replaceRouteSettings: replaceRouteSettings(context),
    deleteAccessLogSettings: deleteAccessLogSettings(context),
    deleteRouteSettings: deleteRouteSettings(context),
    resetAuthorizersCache: resetAuthorizersCache(context),
  };
}

const listStages = read({ name: 'GetStages', permission: 'viewer' }, async (call, apiId: string) => {
  const { protocolType } = await findApi(call, apiId);
  const { db, ports } = call;
  const rows = await db.select().from(apiStages).where(eq(apiStages.apiId, apiId)).orderBy(apiStages.ordinal);
  return Promise.all(
    rows.map(async (row) =>
      toApiStage(row, protocolType, await readTags(call, stageArn(ports.config, apiId, row.stageName))),
    ),
  );
});

const getStage = read(
  { name: 'GetStage', permission: 'viewer' },
  async (call, apiId: string, stageName: string) => {
    const { protocolType } = await findApi(call, apiId);
    const row = await findApiStage(call.db, apiId, stageName);
    const tags = await readTags(call, stageArn(call.ports.config, apiId, stageName));
    return toApiStage(row, protocolType, tags);
  },
);

const deleteStage = write(
  { name: 'DeleteStage', permission: 'editor' },
  async (call, apiId: string, stageName: string) => {
    await lockApi(call, apiId);
    await findApiStage(call.db, apiId, stageName);
    await refuseMapped(call, apiId, stageName);
    await dropProducts(call, and(eq(portalProducts.apiId, apiId), eq(portalProducts.stageName, stageName)));
    await call.db.delete(apiStages).where(apiStageAt(apiId, stageName));
    await dropTags(call, `/apis/${apiId}/stages/${stageName}`);
    call.audit(apiId, { stageName, deleted: true });
    call.publish();
  },
);

const deleteAccessLogSettings = write(
  { name: 'DeleteAccessLogSettings', permission: 'editor' },
  async (call, apiId: string, stageName: string) => {
    await lockApi(call, apiId);
    const row = await findApiStage(call.db, apiId, stageName);
    const { accessLogSettings, ...settings } = row.settings;
    await changeApiStage(call, row, { settings });
  },
);

const deleteRouteSettings = write(
  { name: 'DeleteRouteSettings', permission: 'editor' },
  async (call, apiId: string, stageName: string, routeKey: string) => {
    await lockApi(call, apiId);
    const row = await findApiStage(call.db, apiId, stageName);
    const { [routeKey]: gone, ...routeSettings } = row.settings.routeSettings ?? {};
    if (!gone)
      throw new ControlError('NotFoundException', `Unable to find Route Settings by key ${routeKey}`);
    await changeApiStage(call, row, { settings: { ...row.settings, routeSettings } });
  },
);

/** Forgets what the stage's authorizers said. */
const resetAuthorizersCache = write(
  { name: 'ResetAuthorizersCache', permission: 'editor' },
  async (call, apiId: string, stageName: string) => {
    await findApi(call, apiId);
    await findApiStage(call.db, apiId, stageName);
    call.audit(apiId, { stageName });
    flushAuthorizers(call, apiId, stageName);
  },
);

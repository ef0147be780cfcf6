import type { Db } from '@/db/client';
import { apiStages, stages, logGroups as written } from '@/db/schema';
import { type LogGroup, logGroupNameOf } from '@/lib/model/accessLog';
import { CANARY_LOG_SUFFIX } from '@/lib/model/executionLog';
import type { ApiStageRow } from '../apis/findApiStage';
import { read } from '../operation';
import { restExecutionLog, socketExecutionLog } from '../publish/executionLogDocument';
import type { StageRow } from '../stages/findStage';

/** A group is there from when a stage first names it until its last line expired. */
export async function logGroups(db: Db): Promise<LogGroup[]> {
  const [ofLines, ofRest, ofApis] = [
    await db.select().from(written),
    await db.select().from(stages),
    await db.select().from(apiStages),
  ];
  const created = new Map<string, number>();
  const note = (name: string | undefined, time: number) => {
    if (name !== undefined) created.set(name, Math.min(time, created.get(name) ?? time));
  };
  for (const { logGroupName, createdDate } of ofLines) note(logGroupName, createdDate.getTime());
  for (const row of ofRest) for (const name of groupsOfRest(row)) note(name, row.createdDate.getTime());
  for (const row of ofApis) for (const name of groupsOfApi(row)) note(name, row.createdDate.getTime());
  return [...created]
    .map(([logGroupName, creationTime]) => ({ logGroupName, creationTime }))
    .sort((a, b) => (a.logGroupName < b.logGroupName ? -1 : 1));
}

function groupsOfRest(row: StageRow): (string | undefined)[] {
  const { accessLogSettings, canarySettings } = row;
  const execution = restExecutionLog(row).executionLog?.logGroupName;
  return [
    logGroupNameOf(accessLogSettings?.destinationArn ?? ''),
    execution,
    execution && canarySettings ? `${execution}${CANARY_LOG_SUFFIX}` : undefined,
  ];
}

function groupsOfApi(row: ApiStageRow): (string | undefined)[] {
  const { accessLogSettings } = row.settings;
  const execution = socketExecutionLog(row).executionLog?.logGroupName;
  return [logGroupNameOf(accessLogSettings?.destinationArn ?? ''), execution];
}

export const listLogGroups = read({ name: 'GetLogGroups', permission: 'viewer' }, ({ db }) => logGroups(db));

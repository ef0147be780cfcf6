import type { Db } from '@/db/client';
import { apiStages, stages, logGroups as written } from '@/db/schema';
import { type LogGroup, logGroupNameOf } from '@/lib/model/accessLog';
import { read } from '../operation';

/** A group is there from when a stage first names it until its last line expired. */
export async function logGroups(db: Db): Promise<LogGroup[]> {
  const [ofLines, ofRest, ofApis] = [
    await db.select().from(written),
    await db.select({ settings: stages.accessLogSettings, at: stages.createdDate }).from(stages),
    await db.select({ all: apiStages.settings, at: apiStages.createdDate }).from(apiStages),
  ];
  const created = new Map<string, number>();
  const note = (name: string | undefined, time: number) => {
    if (name !== undefined) created.set(name, Math.min(time, created.get(name) ?? time));
  };
  for (const { logGroupName, createdDate } of ofLines) note(logGroupName, createdDate.getTime());
  for (const { settings, at } of ofRest) note(logGroupNameOf(settings?.destinationArn ?? ''), at.getTime());
  for (const { all, at } of ofApis)
    note(logGroupNameOf(all.accessLogSettings?.destinationArn ?? ''), at.getTime());
  return [...created]
    .map(([logGroupName, creationTime]) => ({ logGroupName, creationTime }))
    .sort((a, b) => (a.logGroupName < b.logGroupName ? -1 : 1));
}

export const listLogGroups = read({ name: 'GetLogGroups', permission: 'viewer' }, ({ db }) => logGroups(db));

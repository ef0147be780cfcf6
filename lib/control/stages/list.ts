import { eq } from 'drizzle-orm';
import { stages } from '@/db/schema';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { toStage } from './findStage';

export const listStages = read(
  { name: 'GetStages', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    const rows = await call.db
      .select()
      .from(stages)
      .where(eq(stages.restApiId, restApiId))
      .orderBy(stages.stageName);
    return rows.map((row) => toStage(row, call.ports.config));
  },
);

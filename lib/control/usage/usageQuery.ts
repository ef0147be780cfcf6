import { z } from 'zod';
import { usageRange } from '@/lib/model/usage';
import type { UsageQuery } from '../control';
import { parse } from '../parse';
import type { UsageFilter } from './readTallies';
import { type UsageWindow, usageWindow } from './usageWindow';

const usageQuery = z.object({
  range: usageRange,
  restApiId: z.string().optional(),
  stageName: z.string().optional(),
  apiKeyId: z.string().optional(),
});

/** @throws ControlError BadRequestException, e.g. for a range that ends before it begins */
export function parseUsageQuery(query: UsageQuery, now: Date): { window: UsageWindow; filter: UsageFilter } {
  const { range, restApiId, stageName, apiKeyId } = parse(usageQuery, query);
  const apiKeyIds = apiKeyId === undefined ? undefined : [apiKeyId];
  return { window: usageWindow(range, now.getTime()), filter: { restApiId, stageName, apiKeyIds } };
}

import { apis } from '@/db/schema';
import { type ApiInput, type ApiSettings, apiInput, type ProtocolType } from '@/lib/model/v2/api';
import type { WriteCall } from '../ControlContext';
import { newApiId } from '../newApiId';
import { write } from '../operation';
import { parse } from '../parse';
import { putTags } from '../tags/putTags';
import { apiSettingsOf } from './apiSettingsOf';
import type { ApiRow } from './findApi';
import { quickCreate, refuseQuickCreate } from './quickCreate';
import { apiArn, toApi } from './toApi';

export const createApi = write({ name: 'CreateApi', permission: 'editor' }, async (call, input: ApiInput) => {
  const { protocolType, tags, target, routeKey, credentialsArn, ...members } = parse(apiInput, input);
  const quick = { target, routeKey, credentialsArn };
  refuseQuickCreate(protocolType, quick);
  const row = await insertApi(call, protocolType, members, {}, tags);
  await putTags(call, apiArn(call.ports.config, row.apiId), tags);
  call.audit(row.apiId, { name: row.settings.name, protocolType });
  // Live at once: CORS needs no deployment.
  call.publish();
  await quickCreate(call, row, quick);
  return toApi(call, row);
});

export async function insertApi(
  { db, now, ports }: WriteCall,
  protocolType: ProtocolType,
  members: ApiSettings,
  report: { importInfo?: string[]; warnings?: string[] } = {},
  tags?: Record<string, string>,
): Promise<ApiRow> {
  const settings = apiSettingsOf(protocolType, members);
  const apiId = await newApiId(db, ports.config, apis, tags);
  const { importInfo = null, warnings = null } = report;
  const [row] = await db
    .insert(apis)
    .values({ apiId, protocolType, settings, createdDate: now, importInfo, warnings })
    .returning();
  if (!row) throw new Error('The API was not written');
  return row;
}

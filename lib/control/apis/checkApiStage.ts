import { eq } from 'drizzle-orm';
import { clientCertificates } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { StageSettings } from '@/lib/model/v2/stage';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';
import type { ApiRow } from './findApi';
import { partRows } from './partRows';

/** @throws ControlError BadRequestException for what this Api's protocol has not, and for what is not there */
export async function checkApiStage(
  call: WriteCall,
  api: ApiRow,
  settings: Omit<StageSettings, 'deploymentId'>,
  before: Omit<StageSettings, 'deploymentId'> = {},
): Promise<void> {
  const wrong = [
    ...protocolFaults(api, settings),
    ...(await unknownRoutes(call, api, settings, before)),
    ...(await unknownCertificate(call, settings)),
  ];
  if (wrong.length > 0) throw badRequest(...wrong);
}

function protocolFaults(
  { protocolType }: ApiRow,
  { defaultRouteSettings = {}, routeSettings = {} }: Omit<StageSettings, 'deploymentId'>,
): FieldError[] {
  if (protocolType === 'WEBSOCKET') return [];
  const all = [defaultRouteSettings, ...Object.values(routeSettings)];
  const logs = all.some(
    ({ loggingLevel, dataTraceEnabled }) => (loggingLevel ?? 'OFF') !== 'OFF' || dataTraceEnabled,
  );
  if (!logs) return [];
  return [
    {
      field: 'defaultRouteSettings',
      message: 'Execution logs are not supported on protocolType HTTP',
    },
  ];
}

/** Settings are made of routes that are there. Those that a route left behind do not stand in the way of others. */
async function unknownRoutes(
  { db }: WriteCall,
  { apiId }: ApiRow,
  { routeSettings = {} }: Omit<StageSettings, 'deploymentId'>,
  { routeSettings: kept = {} }: Omit<StageSettings, 'deploymentId'>,
): Promise<FieldError[]> {
  const keys = Object.keys(routeSettings).filter((key) => !Object.hasOwn(kept, key));
  if (keys.length === 0) return [];
  const rows = await partRows(db, apiId, 'route');
  const routes = new Set(rows.flatMap(({ settings }) => ('routeKey' in settings ? [settings.routeKey] : [])));
  return keys
    .filter((key) => !routes.has(key))
    .map((key) => ({
      field: `routeSettings.${key}`,
      message: `Unable to find Route by key ${key} within the provided RouteSettings`,
    }));
}

async function unknownCertificate(
  { db }: WriteCall,
  { clientCertificateId }: Omit<StageSettings, 'deploymentId'>,
): Promise<FieldError[]> {
  if (clientCertificateId === undefined) return [];
  const { clientCertificateId: id } = clientCertificates;
  const [there] = await db
    .select({ id })
    .from(clientCertificates)
    .where(eq(id, clientCertificateId))
    .for('key share');
  if (there) return [];
  return [{ field: 'clientCertificateId', message: 'Invalid Client Certificate identifier specified' }];
}

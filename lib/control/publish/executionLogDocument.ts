import type { ExecutionLogDocument, ExecutionLogSetting } from '@gatehouse/gateway/snapshot';
import { restExecutionLogGroup, socketExecutionLogGroup } from '@/lib/model/executionLog';
import type { MethodSetting } from '@/lib/model/stage';
import type { RouteSettings } from '@/lib/model/v2/stage';
import type { ApiStageRow } from '../apis/findApiStage';
import type { StageRow } from '../stages/findStage';
import { methodSettingsBySlash } from './methodSettingsBySlash';

type Setting = Pick<MethodSetting & RouteSettings, 'loggingLevel' | 'dataTraceEnabled'>;
type Part = { executionLog?: ExecutionLogDocument };

/** What of a REST API's stage is logged; no member where nothing is. */
export function restExecutionLog(row: Pick<StageRow, 'restApiId' | 'stageName' | 'methodSettings'>): Part {
  const { '*/*': every = {}, ...own } = methodSettingsBySlash(row);
  return executionLog(restExecutionLogGroup(row.restApiId, row.stageName), every, own);
}

/** The same of a WebSocket API's. */
export function socketExecutionLog({
  apiId,
  stageName,
  settings,
}: Pick<ApiStageRow, 'apiId' | 'stageName' | 'settings'>): Part {
  const { defaultRouteSettings = {}, routeSettings = {} } = settings;
  return executionLog(socketExecutionLogGroup(apiId, stageName), defaultRouteSettings, routeSettings);
}

/** Inherited member by member, as on AWS, and here, so that the engine asks for one entry alone. */
function executionLog(logGroupName: string, every: Setting, own: Record<string, Setting>): Part {
  const saying = Object.entries(own).filter(
    ([, { loggingLevel, dataTraceEnabled }]) => loggingLevel !== undefined || dataTraceEnabled !== undefined,
  );
  const document = {
    logGroupName,
    every: resolved(every, {}),
    own: Object.fromEntries(saying.map(([key, setting]) => [key, resolved(setting, every)])),
  };
  const all = [document.every, ...Object.values(document.own)];
  return all.some(({ level }) => level !== 'OFF') ? { executionLog: document } : {};
}

function resolved(setting: Setting, every: Setting): ExecutionLogSetting {
  return {
    level: setting.loggingLevel ?? every.loggingLevel ?? 'OFF',
    dataTrace: setting.dataTraceEnabled ?? every.dataTraceEnabled ?? false,
  };
}

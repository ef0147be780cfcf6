import type { TestInvokeResult } from '@/lib/control/control';
import { type Station, stations } from './boxes';

type TraceEntry = TestInvokeResult['trace'][number];

export interface RunMarks {
  /** ms that a call spent in a station; absent when it was not reached */
  spent: Partial<Record<Station, number>>;
  /** ms since the call began when it left the station */
  left: Partial<Record<Station, number>>;
  failed?: { station: Station; reason: string };
  /** ms until the client had its answer */
  total: number;
}

/** File names of lib/gateway/steps -> the box that draws them. */
const stationOfStep: Record<string, Station> = {
  resolveStage: 'methodRequest',
  matchMethod: 'methodRequest',
  authorize: 'methodRequest',
  checkApiKey: 'methodRequest',
  throttle: 'methodRequest',
  takeQuota: 'methodRequest',
  validateParameters: 'methodRequest',
  validateBody: 'methodRequest',
  mapIntegrationRequest: 'integrationRequest',
  callIntegration: 'backend',
  selectIntegrationResponse: 'integrationResponse',
  mapIntegrationResponse: 'integrationResponse',
  passIntegrationResponse: 'integrationResponse',
};

/** Gateway responses that name their box, whatever was reported last. */
const stationOfRefusal: Record<string, Station> = {
  ACCESS_DENIED: 'methodRequest',
  MISSING_AUTHENTICATION_TOKEN: 'methodRequest',
  REQUEST_URI_TOO_LONG: 'methodRequest',
  INVALID_API_KEY: 'methodRequest',
  THROTTLED: 'methodRequest',
  QUOTA_EXCEEDED: 'methodRequest',
  BAD_REQUEST_PARAMETERS: 'methodRequest',
  BAD_REQUEST_BODY: 'methodRequest',
  REQUEST_TOO_LARGE: 'integrationRequest',
  UNSUPPORTED_MEDIA_TYPE: 'integrationRequest',
  INTEGRATION_FAILURE: 'backend',
  INTEGRATION_TIMEOUT: 'backend',
};

/** A test run's trace laid over the boxes: time in each, and the one that failed with its reason. */
export function runMarks({ trace, latency }: Pick<TestInvokeResult, 'trace' | 'latency'>): RunMarks {
  const left: RunMarks['left'] = {};
  for (const { step, at } of trace) {
    const station = stationOfStep[step];
    if (station) left[station] = at;
  }
  const failure = trace.find((entry) => entry.failed);
  const failed = failure && { station: failedAt(trace, failure), reason: failure.message };
  // It never left the box that failed.
  if (failed) delete left[failed.station];
  const total = Math.max(latency, trace.at(-1)?.at ?? 0);
  if (!failed) left.methodResponse = total;
  const spent = spentIn({ ...left, ...(failed && { [failed.station]: failure.at }) });
  return { spent, left, failed, total };
}

/** A failure is reported by the pipeline, not by the step: it happened in what came after the last report. */
function failedAt(trace: readonly TraceEntry[], failure: TraceEntry): Station {
  const named = stationOfRefusal[String(failure.detail?.responseType)];
  if (named) return named;
  const last = trace.findLast((entry) => !entry.failed && stationOfStep[entry.step]);
  const station = last && stationOfStep[last.step];
  if (!station || station === 'methodRequest') return 'integrationRequest';
  if (last.step === 'mapIntegrationRequest') return 'uri' in (last.detail ?? {}) ? 'backend' : station;
  if (last.step === 'callIntegration')
    return 'status' in (last.detail ?? {}) ? 'integrationResponse' : station;
  return station;
}

function spentIn(left: RunMarks['left']): RunMarks['spent'] {
  const spent: RunMarks['spent'] = {};
  let before = 0;
  for (const station of stations) {
    const at = left[station];
    if (at === undefined) continue;
    spent[station] = Math.max(0, at - before);
    before = at;
  }
  return spent;
}

/** `0 ms`, `0.4 ms`, `37 ms`, `2.31 s` */
export function shownTime(ms: number): string {
  if (ms === 0) return '0 ms';
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

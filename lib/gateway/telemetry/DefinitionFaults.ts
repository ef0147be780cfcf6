import type { GatewayError, ResponseType } from '../GatewayError';
import type { CallRecord, Clock, GatewayLog } from '../ports';

/** Calls that fail by what their own API says: a template that does not end, an authorizer's garbage. */
const OF_DEFINITIONS: ReadonlySet<ResponseType> = new Set<ResponseType>([
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
]);
/** ms: an API whose every call fails does not fill the log. */
const PAUSE = 1_000;
/** Letters: some reasons quote what a function or a backend said. */
const LONGEST = 1_000;

interface Told {
  /** ms on the monotonic clock */
  at: number;
  leftOut: number;
}

/**
 * Tells the operator of calls that an API's own definition fails, by the request's id that the caller was given: one
 * line a second for each API, which counts those left out since the line before it.
 */
export class DefinitionFaults {
  private readonly told = new Map<string, Told>();

  constructor(
    private readonly log: GatewayLog,
    private readonly clock: Clock,
  ) {}

  note({ responseType, reason }: GatewayError, call: CallRecord): void {
    if (!OF_DEFINITIONS.has(responseType)) return;
    const { requestId, restApiId, stageName, httpMethod, resourcePath } = call;
    const at = this.clock.monotonic();
    const before = this.told.get(restApiId);
    if (before && at - before.at < PAUSE) {
      before.leftOut += 1;
      return;
    }
    this.told.set(restApiId, { at, leftOut: 0 });
    this.log.error('A call failed by what its API says', {
      ...{ requestId, restApiId, stageName, httpMethod, resourcePath, responseType },
      reason: reason.slice(0, LONGEST),
      ...(before && before.leftOut > 0 && { leftOut: before.leftOut }),
    });
  }
}

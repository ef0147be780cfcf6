import type { Call } from '../../pipeline/Call';
import type { TraceEntry } from '../trace';
import { executionLines } from './executionLines';

/**
 * What only data trace lets into a log: paths' values, query strings, headers and bodies of callers, backends and
 * authorizers. AWS's documentation: "Data tracing: log full API requests and responses".
 */
const DATA =
  /^(Method (request|response) (path|query string|headers|body)|Endpoint (request|response) |Authorizer result body )/;
const SENDING = /^(Sending request to [^?]*)\?.*$/;

/** What a step reported, as a stage's log tells it, in AWS's words where AWS has some. */
export function stageLines(entry: TraceEntry, call: Call, dataTrace: boolean): string[] {
  const own = entry.failed ? undefined : writers[entry.step];
  const lines = own ? own(entry, call) : executionLines(entry, Number.POSITIVE_INFINITY);
  if (dataTrace) return lines;
  return lines.filter((line) => !DATA.test(line)).map((line) => line.replace(SENDING, '$1'));
}

const asIs = ({ message }: TraceEntry) => [message];

const writers: Record<string, (entry: TraceEntry, call: Call) => string[]> = {
  authorize: asIs,
  letThrough: asIs,
  checkApiKey: usagePlanLines,
  startExecution: startLines,
};

/** The key in use is masked by whoever reported it. */
function usagePlanLines({ message, detail = {} }: TraceEntry, { requestId, report }: Call): string[] {
  const begin = `Verifying Usage Plan for request: ${requestId}.`;
  const { apiKey, required } = detail;
  if (required === true) return [`${begin} API Key: ${apiKey} API Stage: ${stageOf(report)}`];
  if (required !== false) return [message];
  const method = `${report.httpMethod} ${report.resourcePath}`;
  return [
    `${begin} API Key:  API Stage: ${stageOf(report)}`,
    `API Key  authorized because method '${method}' does not require API Key. Request will not contribute to throttle or quota limits`,
  ];
}

function startLines({ detail = {} }: TraceEntry, { requestId, report }: Call): string[] {
  const { apiKey, lines } = detail as { apiKey?: string; lines: string[] };
  return [
    ...(apiKey === undefined
      ? []
      : [`Usage Plan check succeeded for API Key ${apiKey} and API Stage ${stageOf(report)}`]),
    `Starting execution for request: ${requestId}`,
    ...lines,
  ];
}

/** A canary's calls are of the stage that it is of. */
const stageOf = ({ restApiId, stageName }: Call['report']) =>
  `${restApiId}/${stageName.replace(/\/Canary$/, '')}`;

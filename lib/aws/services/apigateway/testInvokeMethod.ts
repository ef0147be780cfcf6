import { z } from 'zod';
import type { OperationCall } from '../../Service';
import { inputOf } from './inputOf';
import { resourceOf } from './resources';

const shape = z.object({
  restapi_id: z.string(),
  resource_id: z.string(),
  http_method: z.string(),
  pathWithQueryString: z.string().nullish(),
  body: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
  stageVariables: z.record(z.string(), z.string()).nullish(),
});

/** TestInvokeMethod on the production pipeline; without a path the template itself is called, as on AWS. */
export async function testInvokeMethod(call: OperationCall) {
  const input = await inputOf(call, shape);
  const { restapi_id: restApiId, resource_id: resourceId, http_method: httpMethod } = input;
  const pathWithQueryString =
    input.pathWithQueryString || (await resourceOf(call, restApiId, resourceId)).path;
  const { status, headers, body, latency, log } = await call.door.control.methods.testInvoke(call.actor, {
    restApiId,
    resourceId,
    httpMethod,
    pathWithQueryString,
    headers: { ...joined(input.multiValueHeaders ?? {}), ...input.headers },
    body: input.body ?? '',
    stageVariables: input.stageVariables ?? {},
  });
  const isRefusal = Object.keys(headers).some((name) => name.toLowerCase() === 'x-amzn-errortype');
  const multiValueHeaders = Object.fromEntries(
    Object.entries(headers).filter(([name]) => {
      const key = name.toLowerCase();
      return !OF_THE_ENDPOINT.has(key) && !(isRefusal && key === 'content-type');
    }),
  );
  const single = Object.entries(multiValueHeaders).map(([name, all]) => [name, all.at(-1) ?? '']);
  // The log's last line ends as the others do.
  const lines = `${log}\n`;
  return { status, body, headers: Object.fromEntries(single), multiValueHeaders, log: lines, latency };
}

/** What a stage's endpoint puts on its answers; a test passes none, nor a refusal's content type, as recorded. */
const OF_THE_ENDPOINT = new Set(['x-amzn-requestid', 'x-amz-apigw-id']);

function joined(headers: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, all]) => [name, all.join(',')]));
}

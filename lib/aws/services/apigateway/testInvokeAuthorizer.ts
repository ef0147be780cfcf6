import { z } from 'zod';
import type { OperationCall } from '../../Service';
import { inputOf } from './inputOf';
import { optional } from './methodShape';

const shape = z.object({
  restapi_id: z.string(),
  authorizer_id: z.string(),
  headers: z.record(z.string(), z.string()).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
  pathWithQueryString: z.string().nullish(),
  body: z.string().nullish(),
  stageVariables: z.record(z.string(), z.string()).nullish(),
  additionalContext: z.record(z.string(), z.string()).nullish(),
});

/** TestInvokeAuthorizer on the production code; what it put into the context is told as lists, as AWS's shape has it. */
export async function testInvokeAuthorizer(call: OperationCall) {
  const { restapi_id: api, authorizer_id: id, ...input } = await inputOf(call, shape);
  const many = Object.entries(input.multiValueHeaders ?? {});
  const joined = Object.fromEntries(many.map(([name, all]) => [name, all.join(',')]));
  const trial = await call.door.control.authorizers.test(call.actor, api, id, {
    headers: { ...joined, ...input.headers },
    pathWithQueryString: input.pathWithQueryString ?? '',
    body: input.body ?? '',
    stageVariables: input.stageVariables ?? {},
    additionalContext: input.additionalContext ?? {},
  });
  const { clientStatus, log, latency, principalId, policy, claims, context = {} } = trial;
  const authorization = Object.fromEntries(Object.entries(context).map(([name, value]) => [name, [value]]));
  return { clientStatus, log, latency, ...optional({ principalId, policy, claims }), authorization };
}

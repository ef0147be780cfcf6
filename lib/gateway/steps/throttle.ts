import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { BucketRequest, TokenAnswer } from '../ports';
import type { CompiledMethod, ServingStage, StageMethodFacts } from '../snapshot/compiled';
import type { KeyedCaller } from './checkApiKey';
import { letThrough } from './letThrough';

/**
 * Takes one token at every level that limits this call, or none at any: a caller whose plan is used up must not
 * eat the stage's tokens, nor a stage the account's. Hence one step for all levels, after the key is known.
 *
 * AWS's order (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html):
 * 1. usage plan, for one key: the plan's entry for the method if there is one, else the plan's own throttle;
 * 2. stage: the method's setting if there is one, else the stage's default;
 * 3. account.
 * Within 1 and within 2 the narrower setting replaces the wider; between the three, all must have a token.
 *
 * @throws GatewayError THROTTLED
 */
export function throttle(
  call: Call,
  stage: Pick<ServingStage, 'restApiId' | 'stageName'>,
  method: Pick<CompiledMethod, 'throttleKey'>,
  { bucket }: Pick<StageMethodFacts, 'bucket'>,
  caller: KeyedCaller | undefined,
): void | Promise<void> {
  const { serving, ports } = call;
  const buckets: BucketRequest[] = [];
  const plan = caller && planBucket(caller, stage, method);
  if (plan) buckets.push(plan);
  if (bucket) buckets.push(bucket);
  buckets.push(serving.accountBucket);
  let answer: ReturnType<typeof ports.counters.takeTokens>;
  try {
    answer = ports.counters.takeTokens(buckets);
  } catch (error) {
    return letThrough(call, error);
  }
  // A lease at hand answers at once; only without one is there a turn of the event loop.
  if (!(answer instanceof Promise)) return judge(call, answer, buckets);
  return answer.then(
    (late) => judge(call, late, buckets),
    (error: unknown) => letThrough(call, error),
  );
}

function judge({ trace }: Call, answer: TokenAnswer, buckets: BucketRequest[]): void {
  if (!answer.taken) throw new GatewayError('THROTTLED', `No token left in ${answer.refused}`);
  trace?.add('throttle', 'Every throttle had a token', { buckets: buckets.map(({ key }) => key) });
}

/** A plan's throttle counts over all its stages, a plan's method entry for its method alone. */
function planBucket(
  { plan, apiKeyId }: KeyedCaller,
  { restApiId, stageName }: Pick<ServingStage, 'restApiId' | 'stageName'>,
  { throttleKey }: Pick<CompiledMethod, 'throttleKey'>,
): BucketRequest | undefined {
  const own = plan.methodThrottles.get(throttleKey);
  if (own)
    return { key: `plan:${plan.id}:${apiKeyId}:${restApiId}:${stageName}:${throttleKey}`, throttle: own };
  return plan.throttle && { key: `plan:${plan.id}:${apiKeyId}`, throttle: plan.throttle };
}

import { GatewayError } from '../GatewayError';
import type { TokenAnswer } from '../ports';
import { letThrough } from '../steps/letThrough';
import type { HttpExchange } from './HttpExchange';

/**
 * Takes a token of the route's bucket and of the account's, or of neither
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html).
 * @returns undefined when the answer was at hand
 * @throws GatewayError THROTTLED
 */
export function throttleRoute({ call, facts }: HttpExchange): Promise<void> | undefined {
  let answer: TokenAnswer | Promise<TokenAnswer>;
  try {
    answer = call.ports.counters.takeTokens(facts.buckets);
  } catch (error) {
    letThrough(call, error);
    return undefined;
  }
  if (answer instanceof Promise) return answer.then(judge, (error: unknown) => letThrough(call, error));
  judge(answer);
  return undefined;
}

function judge(answer: TokenAnswer): void {
  if (!answer.taken) throw new GatewayError('THROTTLED', `No token left in ${answer.refused}`);
}

import type { IntegrationConnection } from '../integrations/compileConnection';
import type { IntegrationAnswer } from '../integrations/Integration';
import type { HttpExchange } from './HttpExchange';

/** A route's integration, ready to run; which kind it is was decided when it was compiled. */
export interface HttpIntegration {
  /** its part of the way to the backend */
  readonly connection: IntegrationConnection;
  /** its answer's status is the function's own, Lambda's being another */
  readonly isFunctionProxy?: true;
  /** Maps the request and sends it. @throws BackendFailure | GatewayError */
  call(exchange: HttpExchange): Promise<IntegrationAnswer>;
  /** undefined: nothing of the answer is mapped */
  readonly mapResponse: ResponseMapping | undefined;
}

/** Response parameter mapping of every status code. @throws GatewayError */
export type ResponseMapping = (
  exchange: HttpExchange,
  answer: IntegrationAnswer,
) => IntegrationAnswer | Promise<IntegrationAnswer>;

/**
 * Where the execution log of a stage of a REST API goes
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html). Calls that a canary answers have
 * `/Canary` behind it.
 */
export const restExecutionLogGroup = (restApiId: string, stageName: string): string =>
  `API-Gateway-Execution-Logs_${restApiId}/${stageName}`;

/** The same of a WebSocket API. */
export const socketExecutionLogGroup = (apiId: string, stageName: string): string =>
  `/aws/apigateway/${apiId}/${stageName}`;

export const CANARY_LOG_SUFFIX = '/Canary';

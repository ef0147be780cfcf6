import { GatewayError } from '../GatewayError';
import type { AccessLogs, ConnectionAnswer, ConnectionQuestion, GatewayLog } from '../ports';
import { authorizeManagement } from '../sockets/authorizeManagement';
import { connectionIdBytes } from '../sockets/connectionId';
import { managementReply } from '../sockets/managementReply';
import { inOwnWords, readPosted } from '../sockets/readPosted';
import { refuseDisabled, resolveSocketStage, socketAddress } from '../sockets/resolveSocketStage';
import { throttleAccount } from '../sockets/throttleAccount';
import type { CallAddress } from '../steps/callAddress';
import { logManagement, noteManagement } from '../telemetry/executionLog/management';
import { traceForLog } from '../telemetry/executionLog/traceForLog';
import type { Reply } from '../transport/Request';
import type { Call } from './Call';
import { errorReply } from './errorReply';

type Asked = Exclude<ConnectionQuestion, { type: 'list' }>;

/** Finds a connection wherever it is. */
export interface ConnectionAsker {
  ask(question: Asked): ConnectionAnswer | Promise<ConnectionAnswer>;
}

const PATH = /^\/+(?:@|%40)connections\/([^/]+)$/i;
const TYPES = { POST: 'post', GET: 'get', DELETE: 'delete' } as const;

/**
 * `@connections`, by which backends send to clients, look at them and close them
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html).
 */
async function connections(call: Call, address: CallAddress, { ask }: Asker): Promise<Reply> {
  const { apiId, stageName, path } = socketAddress(address);
  const type = TYPES[call.request.method as keyof typeof TYPES] as
    | (typeof TYPES)[keyof typeof TYPES]
    | undefined;
  const encoded = PATH.exec(path)?.[1];
  if (!type || encoded === undefined)
    throw new GatewayError(
      'MISSING_AUTHENTICATION_TOKEN',
      `${call.request.method} ${path} is no operation here`,
    );
  const connectionId = decodeURIComponent(encoded);
  refuseDisabled(call, address); //                                                  403 ForbiddenException
  const { stage } = resolveSocketStage(call.serving, { apiId, stageName }); //        403 ForbiddenException
  note(call, stage.document);
  const logged = stage.executionLogs?.every;
  if (logged) call.trace = traceForLog(call, logged);
  await authorizeManagement(call, stage.document, connectionId); //                  403
  await throttleAccount(call); //                                                    429 LimitExceededException
  if (!connectionIdBytes(connectionId)) throw malformed(connectionId); //               400 BadRequestException
  if (call.trace) await noteManagement(call, call.trace, connectionId);
  const asked = { connectionId, apiId, stageName };
  const question: Asked =
    type === 'post' ? { type, ...asked, ...(await readPosted(call)) } : { type, ...asked }; // 413
  return managementReply(question, await ask(question)); //                          410 GoneException
}

interface Asker {
  ask: ConnectionAsker['ask'];
}

/** Runs an operation to its reply; never rejects. */
export async function answerConnections(
  call: Call,
  address: CallAddress,
  { sockets, log, accessLogs }: ManagementOptions,
): Promise<Reply> {
  const asker = { ask: (question: Asked) => sockets.ask(question) };
  const reply = await connections(call, address, asker).catch((error: unknown) =>
    errorReply(call, inOwnWords(error), log),
  );
  reply.headers.push(['x-amzn-RequestId', call.requestId], ['x-amz-apigw-id', call.extendedRequestId]);
  if (call.trace && accessLogs) logManagement(call, reply, accessLogs);
  return reply;
}

interface ManagementOptions {
  sockets: ConnectionAsker;
  log: GatewayLog;
  accessLogs: AccessLogs | undefined;
}

function note({ report, request }: Call, { apiId, stageName }: { apiId: string; stageName: string }): void {
  report.restApiId = apiId;
  report.stageName = stageName;
  report.resourcePath = '@connections';
  report.httpMethod = request.method === 'POST' ? 'MESSAGE' : request.method;
}

function malformed(connectionId: string): GatewayError {
  const message = `Invalid connectionId: ${connectionId}`;
  return new GatewayError('DEFAULT_4XX', message, message);
}

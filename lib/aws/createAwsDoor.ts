import { randomUUID } from 'node:crypto';
import { AwsError, unknownOperation } from './AwsError';
import { type AwsRequest, readAwsRequest } from './AwsRequest';
import { asAwsError } from './asAwsError';
import { authenticate } from './authenticate';
import { authorize } from './authorize';
import { anonymous } from './Caller';
import type { DoorOptions } from './DoorOptions';
import { jsonProtocol } from './protocols/jsonProtocol';
import type { Operation, OperationCall, Service } from './Service';
import { serviceOf } from './serviceOf';

/** Answers AWS's wire calls; never rejects. @param sourceIp address of the socket's peer */
export type AwsDoor = (request: Request, sourceIp: string) => Promise<Response>;

/**
 * AWS's management endpoint: which service, which operation, who calls, may they, and then the control plane. What
 * no table has is refused.
 */
export function createAwsDoor(door: DoorOptions): AwsDoor {
  return async (request, sourceIp) => {
    const requestId = randomUUID();
    const asked = readAwsRequest(request, sourceIp);
    const service = serviceOf(asked);
    if (!service) return jsonProtocol.refuse(unknownOperation(`${asked.method} ${asked.path}`), requestId);
    try {
      return await answer(asked, service, door, requestId);
    } catch (error) {
      return service.protocol.refuse(known(error, service, door, requestId), requestId);
    }
  };
}

async function answer(
  request: AwsRequest,
  service: Service,
  door: DoorOptions,
  requestId: string,
): Promise<Response> {
  const { protocol, operations } = service;
  const { operation, input } = await protocol.read(request, service);
  const row = operations.get(operation);
  if (!row) throw unknownOperation(operation);
  const call = await identified({ operation, input, request, door }, row, service);
  await authorize(row, call);
  return protocol.answer(operation, await row.run(call), requestId);
}

async function identified(
  call: Omit<OperationCall, 'caller' | 'actor'>,
  { action }: Operation,
  { name }: Service,
): Promise<OperationCall> {
  const { request, door } = call;
  const caller = action === 'unsigned' ? anonymous(door.accountId) : await authenticate(request, name, door);
  return { ...call, caller, actor: { kind: 'iamUser', arn: caller.arn } };
}

/** An error nobody foresaw is logged and not shown. */
function known(error: unknown, service: Service, { log }: DoorOptions, requestId: string): AwsError {
  const refusal = asAwsError(error, service);
  if (refusal) return refusal;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error('A call of the AWS endpoint failed for a reason nobody foresaw', { requestId, reason });
  return new AwsError('InternalFailure', 'The request processing has failed', 500);
}

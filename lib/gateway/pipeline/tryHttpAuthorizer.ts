import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { ApiAuthorizerOutcome } from '../gateway';
import { tokenOf } from '../http/authorizers/compileJwtAuthorizer';
import { compileHttpIdentitySources } from '../http/authorizers/identitySources';
import type { HttpAuthorized } from '../http/HttpAuthorized';
import { HttpCall } from '../http/HttpCall';
import type { HttpExchange } from '../http/HttpExchange';
import { httpErrorReply } from '../http/httpErrorReply';
import { selectRoute } from '../http/selectRoute';
import { selectStage } from '../http/selectStage';
import type { GatewayLog } from '../ports';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import { callAddress } from '../steps/callAddress';
import type { Trace } from '../telemetry/trace';
import type { InventedApi } from './inventedApi';
import { TestRefused } from './inventedCall';
import type { ApiAuthorizerWord } from './testApiAuthorizer';

/** The steps of an HTTP API's call up to its authorizer. */
export async function tryHttpAuthorizer(
  { test, request, serving, ports }: InventedApi,
  trace: Trace,
  log: GatewayLog,
): Promise<ApiAuthorizerWord> {
  const address = callAddress(request, serving.domains);
  const api = address && serving.httpApis.get(address.apiId);
  if (!address || !api) throw new TestRefused('The call leads to no API');
  const call = new HttpCall(request, address, api, serving, ports, trace);
  const { requestId } = call;
  try {
    const exchange = selectRoute(call, selectStage(call));
    call.exchange = exchange;
    exchange.authorized = await exchange.route.authorize?.(exchange);
    return {
      requestId,
      clientStatus: 200,
      ...saidOf(exchange.authorized),
      ...decoded(test.authorizer, call),
    };
  } catch (error) {
    const { status, headers } = httpErrorReply(call, error, log);
    const reason = call.report.failure?.reason ?? 'The authorizer failed for a reason nobody foresaw';
    const challenge = headers.find(([name]) => name === 'www-authenticate')?.[1];
    const told = { clientStatus: status, reason, ...(challenge !== undefined && { challenge }) };
    return { requestId, ...told, ...decoded(test.authorizer, call) };
  }
}

function saidOf(authorized: HttpAuthorized | undefined): Pick<ApiAuthorizerWord, 'principalId' | 'context'> {
  if (authorized?.kind !== 'lambda') return {};
  const { principalId, context } = authorized;
  return { context: { ...context }, ...(principalId !== undefined && { principalId }) };
}

/** What a token says of itself, which nobody need have signed: shown, never trusted. */
function decoded(authorizer: ApiAuthorizerDocument, call: HttpCall): Pick<ApiAuthorizerOutcome, 'token'> {
  if (authorizer.authorizerType !== 'JWT' || !call.exchange) return {};
  const token = tokenOf(readSources(authorizer, call.exchange));
  if (!token) return {};
  try {
    return { token: { header: { ...decodeProtectedHeader(token) }, claims: { ...decodeJwt(token) } } };
  } catch {
    return {};
  }
}

function readSources(authorizer: ApiAuthorizerDocument, exchange: HttpExchange): string[] | undefined {
  const { identitySource = ['$request.header.Authorization'] } = authorizer;
  return compileHttpIdentitySources(identitySource)(exchange);
}

import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod, ServingStage, StagePlan } from '../snapshot/compiled';
import type { ApiKeyDocument } from '../snapshot/types';
import { mask } from '../telemetry/redact';

/** A caller known by an API key, and the plan that holds this stage. */
export interface KeyedCaller {
  apiKeyId: string;
  /** under what name the plan's quota is counted */
  quotaOwnerId: string;
  /** the value as sent; only for `$context.identity.apiKey` */
  apiKey: string;
  plan: StagePlan;
}

/** What of a stage, of whatever kind its API is, tells which keys open it. */
export interface KeyedStage extends Pick<ServingStage, 'plans'> {
  deployment: Pick<ServingStage['deployment'], 'apiKeySource'>;
}

/**
 * Finds key and plan of a method that requires a key; undefined for one that does not. All refusals look alike,
 * so that nobody learns which keys exist.
 * @throws GatewayError INVALID_API_KEY
 */
export function checkApiKey(
  call: Call,
  stage: KeyedStage,
  method: Pick<CompiledMethod, 'apiKeyRequired'>,
  { authorized }: Exchange,
): KeyedCaller | undefined {
  const { request, report, trace, serving, ports } = call;
  if (!method.apiKeyRequired) {
    trace?.add('checkApiKey', 'The method does not require an API key', { required: false });
    return undefined;
  }
  const fromAuthorizer = stage.deployment.apiKeySource === 'AUTHORIZER';
  const apiKey = fromAuthorizer ? authorized?.usageIdentifierKey : request.header('x-api-key');
  trace?.hide(apiKey);
  trace?.add('checkApiKey', 'The method requires an API key', { required: true, apiKey: mask(apiKey ?? '') });
  if (!apiKey) throw new GatewayError('INVALID_API_KEY', 'No API key was sent');
  const key = serving.apiKeys.find(ports.hashApiKey(apiKey));
  if (!key) throw new GatewayError('INVALID_API_KEY', 'The API key is unknown');
  const plan = usable(key, stage, ports.clock.now());
  report.apiKeyId = key.id;
  report.usagePlanId = plan.id;
  trace?.add('checkApiKey', `API key ${key.id} is in usage plan ${plan.id}`, {
    apiKeyId: key.id,
    usagePlanId: plan.id,
  });
  return { apiKeyId: key.id, quotaOwnerId: key.quotaOwnerId ?? key.id, apiKey, plan };
}

function usable(key: ApiKeyDocument, { plans }: KeyedStage, now: number): StagePlan {
  if (!key.enabled) throw new GatewayError('INVALID_API_KEY', `API key ${key.id} is disabled`);
  if (key.expiresAt !== undefined && key.expiresAt <= now)
    throw new GatewayError('INVALID_API_KEY', `API key ${key.id} has expired`);
  // One key's own plans, at most ten by AWS's quota and only one of them with this stage; no list that grows.
  for (const id of key.usagePlanIds) {
    const plan = plans.get(id);
    if (plan) return plan;
  }
  throw new GatewayError('INVALID_API_KEY', `API key ${key.id} is in no usage plan of this stage`);
}

import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import { mediaType } from '../mapping/mediaType';
import { parseJson } from '../mapping/parseJson';
import type { BodyModel } from '../models/compileModels';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod } from '../snapshot/compiled';

/**
 * Holds the body against the model of its content type, else `$default`'s; without either it passes. An empty
 * body counts as `{}`, and what is not JSON fails (seen on AWS).
 * @throws GatewayError BAD_REQUEST_BODY
 */
export function validateBody(
  call: Call,
  { bodyModels }: CompiledMethod,
  { facts }: Exchange,
): void | Promise<void> {
  const model =
    bodyModels?.get(mediaType(facts.request.header('content-type'))) ?? bodyModels?.get('$default');
  if (!model) return;
  return call.request.readBody().then((body) => judge(call, model, body.toString()));
}

function judge({ trace }: Call, model: BodyModel, text: string): void {
  const body = parse(text === '' ? '{}' : text);
  if (body === undefined) throw refused(`The body is not JSON, which model ${model.name} wants`, '[]');
  const faults = model.faults(body.value);
  if (faults !== undefined) throw refused(`The body does not keep to model ${model.name}: ${faults}`, faults);
  trace?.add('validateBody', `The body keeps to model ${model.name}`);
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}

function refused(reason: string, faults: string): GatewayError {
  return new GatewayError('BAD_REQUEST_BODY', reason, undefined, faults);
}

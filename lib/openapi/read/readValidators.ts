import { newId } from '@/lib/model/ids';
import type { RequestValidator } from '@/lib/model/restApi';
import type { SourceNode } from '../source/SourceNode';
import type { Reading } from './Reading';

/** `x-amazon-apigateway-request-validators`, sorted by name. */
export function readValidators(reading: Reading, node: SourceNode | undefined): RequestValidator[] {
  const validators = [...reading.object(node)].map(([name, child]) => {
    const fields = reading.object(child);
    const validateRequestParameters = reading.flag(fields.get('validateRequestParameters')) ?? false;
    const validateRequestBody = reading.flag(fields.get('validateRequestBody')) ?? false;
    return { id: newId(6), name, validateRequestParameters, validateRequestBody };
  });
  return validators.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Id of the validator that a member names; undefined without one, or refused when there is no such validator. */
export function readValidatorName(
  reading: Reading,
  node: SourceNode | undefined,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const name = reading.text(node);
  if (!node || name === undefined) return undefined;
  return (
    ids.get(name) ?? reading.refuse(node, `There is no request validator named "${name.slice(0, 100)}".`)
  );
}

import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ImportResult } from '@/lib/openapi';
import { refuseSchemas } from '../models/refuseSchemas';
import { addWarnings } from './addWarnings';

/**
 * The document with a warning for each model that the engine cannot hold bodies to. It is let in all the same: a
 * deployment that depends on such a model is refused. May take seconds.
 */
export function withModelWarnings(imported: ImportResult): ImportResult {
  const { definition } = imported;
  const refused = [...refuseSchemas(definition.models, checkingModels(definition))];
  return addWarnings(
    imported,
    refused.map(([name, reason]) => ({
      subject: `model ${name}`,
      message: `The model ${name} cannot check bodies. ${reason}.`,
      isOnAws: true,
    })),
  );
}

/** Models that some method has bodies held to. Compiling all of a large document would take too long. */
function checkingModels({ resources, requestValidators }: RestApiDefinition): string[] {
  const checking = new Set(
    requestValidators.filter(({ validateRequestBody }) => validateRequestBody).map(({ id }) => id),
  );
  const methods = resources
    .flatMap(({ resourceMethods }) => Object.values(resourceMethods))
    .filter(({ requestValidatorId = '' }) => checking.has(requestValidatorId));
  return [...new Set(methods.flatMap(({ requestModels }) => Object.values(requestModels)))];
}

import type { FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';
import { refuseCacheKey, refuseRequestMapping, refuseResponseMapping } from '@/lib/model/mappingExpression';
import type { Method } from '@/lib/model/method';

/**
 * Everything in a method's mappings that AWS would refuse: expressions that are malformed, and parameters,
 * headers and status codes that the method does not declare.
 */
export function refuseMappings(
  method: Pick<Method, 'requestParameters' | 'methodResponses' | 'methodIntegration'>,
) {
  const { methodIntegration } = method;
  if (!methodIntegration) return [];
  return [
    ...refuseRequest(methodIntegration, method.requestParameters),
    ...refuseCacheKeys(methodIntegration, method.requestParameters),
    ...refuseResponses(methodIntegration, method.methodResponses),
  ];
}

function refuseRequest(
  { requestParameters }: Integration,
  declared: Method['requestParameters'],
): FieldError[] {
  return Object.entries(requestParameters).flatMap(([target, source]) =>
    refusal(`requestParameters.${target}`, refuseRequestMapping(target, source, declared)),
  );
}

function refuseCacheKeys(
  { cacheKeyParameters = [], requestParameters }: Integration,
  declared: Method['requestParameters'],
): FieldError[] {
  return cacheKeyParameters.flatMap((parameter, index) =>
    refusal(`cacheKeyParameters.${index}`, refuseCacheKey(parameter, declared, requestParameters)),
  );
}

function refuseResponses(
  { type, integrationResponses }: Integration,
  declared: Method['methodResponses'],
): FieldError[] {
  return Object.entries(integrationResponses).flatMap(([code, response]) => {
    const field = `integrationResponses.${code}`;
    if (response.statusCode !== code)
      return refusal(`${field}.statusCode`, `The status code must be ${code}, as its key says`);
    const methodResponse = Object.hasOwn(declared, code) ? declared[code] : undefined;
    // AWS's own exports give a proxy integration a response that the method does not declare; nothing asks it.
    if (!methodResponse && type.endsWith('_PROXY')) return [];
    // As recorded: it may be put before the method's; but what it maps must be declared.
    return Object.entries(response.responseParameters).flatMap(([target, source]) =>
      refusal(
        `${field}.responseParameters.${target}`,
        refuseResponseMapping(target, source, methodResponse?.responseParameters ?? {}),
      ),
    );
  });
}

function refusal(field: string, message: string | null): FieldError[] {
  return message === null ? [] : [{ field, message }];
}

import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';

/** Resources as a definition has them: how their responses were sent makes no difference to what they are. */
export function asDefined(resources: readonly Resource[]): Resource[] {
  return resources.map((resource) => ({
    ...resource,
    resourceMethods: mapValues(resource.resourceMethods, definedMethod),
  }));
}

function definedMethod({ methodIntegration, ...method }: Method): Method {
  return {
    ...method,
    methodResponses: mapValues(method.methodResponses, withoutSent),
    ...(methodIntegration && {
      methodIntegration: {
        ...methodIntegration,
        integrationResponses: mapValues(methodIntegration.integrationResponses, withoutSent),
      },
    }),
  };
}

const withoutSent = <Sent extends { sentEmpty?: unknown }>({ sentEmpty: _, ...response }: Sent) => response;

const mapValues = <Value, Next>(members: Record<string, Value>, change: (value: Value) => Next) =>
  Object.fromEntries(Object.entries(members).map(([key, value]) => [key, change(value)]));

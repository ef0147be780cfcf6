import type { FieldError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';
import { refuseAwsIntegration } from './refuseAwsIntegration';
import { refuseMappings } from './refuseMappings';
import { refusePatterns } from './refusePatterns';
import { refuseTemplates } from './refuseTemplates';

/** Everything in a method's integration that AWS or the engine's compilers would refuse, each with its field. */
export function refuseIntegration(
  method: Pick<Method, 'requestParameters' | 'methodResponses' | 'methodIntegration'>,
): FieldError[] {
  const { methodIntegration } = method;
  if (!methodIntegration) return [];
  return [
    ...refuseAwsIntegration(methodIntegration),
    ...refuseMappings(method),
    ...refuseTemplates(methodIntegration),
    ...refusePatterns(methodIntegration),
  ];
}

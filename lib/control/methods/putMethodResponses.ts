import { z } from 'zod';
import { ControlError, type FieldError } from '@/lib/model/ControlError';
import { type Method, type MethodResponse, methodResponse } from '@/lib/model/method';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockMethod, type MethodAddress, saveMethod } from './findMethod';
import { keepDeclared } from './keepDeclared';
import { refuseModels } from './put';

const input = z.object({ methodResponses: z.record(z.string(), methodResponse) });

/** Replaces all method responses; what the integration's responses use cannot go. */
export const putMethodResponses = write(
  { name: 'PutMethodResponse', permission: 'editor' },
  async (
    call,
    ...[restApiId, resourceId, verb, responses]: [...MethodAddress, Record<string, MethodResponse>]
  ) => {
    const { methodResponses } = parse(input, { methodResponses: responses });
    const { method, resource } = await lockMethod(call, restApiId, resourceId, verb);
    const wrong = Object.entries(methodResponses)
      .filter(([code, response]) => response.statusCode !== code)
      .map(([code]) => ({
        field: `methodResponses.${code}.statusCode`,
        message: `The status code must be ${code}, as its key says`,
      }));
    for (const [code, response] of Object.entries(methodResponses)) {
      const field = `methodResponses.${code}.responseModels`;
      wrong.push(...(await refuseModels(call, restApiId, field, response.responseModels)));
    }
    if (wrong.length > 0) throw badRequest(...wrong);
    const used = stillUsed(method, methodResponses, `${method.httpMethod} ${resource.path}`);
    if (used.length > 0)
      throw new ControlError('ConflictException', used.map(({ message }) => message).join('; '), used);
    return saveMethod(call, resource, keepDeclared({ ...method, methodResponses }));
  },
);

/** Status codes and headers that an integration response uses although `next` has them no more. */
function stillUsed(method: Method, next: Record<string, MethodResponse>, where: string): FieldError[] {
  const responses = Object.entries(method.methodIntegration?.integrationResponses ?? {});
  return responses.flatMap(([code, response]) => {
    const field = `methodResponses.${code}`;
    const declared = Object.hasOwn(next, code) ? next[code]?.responseParameters : undefined;
    if (!declared)
      return [
        {
          field,
          message: `Cannot delete method response '${code}', is referenced in integration response: ${where}`,
        },
      ];
    return Object.keys(response.responseParameters)
      .filter((header) => !Object.hasOwn(declared, header))
      .map((header) => ({
        field: `${field}.responseParameters.${header}`,
        message: `Cannot delete ${header} of method response '${code}', is referenced in integration response: ${where}`,
      }));
  });
}

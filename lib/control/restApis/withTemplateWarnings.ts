import type { ImportResult } from '@/lib/openapi';
import { refuseTemplates } from '../methods/refuseTemplates';
import { addWarnings } from './addWarnings';

/**
 * The document with a warning for each template that does not compile. It is let in all the same, as on AWS
 * (recorded): calls that come to it are answered 500.
 */
export function withTemplateWarnings(imported: ImportResult): ImportResult {
  const told = imported.definition.resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods).flatMap(({ httpMethod, methodIntegration }) => {
      const faults = methodIntegration ? refuseTemplates(methodIntegration) : [];
      return faults.map(({ field, message }) => ({
        subject: `${httpMethod} ${path}`,
        message: `${field} of ${httpMethod} ${path} cannot be rendered, calls that need it are answered 500: ${message}`,
      }));
    }),
  );
  return addWarnings(imported, told);
}

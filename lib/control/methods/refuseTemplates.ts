import { compileTemplate, TemplateError } from '@gatehouse/gateway/vtl';
import type { FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';

/** Templates that do not compile, each with the line in the template. */
export function refuseTemplates({ requestTemplates, integrationResponses }: Integration): FieldError[] {
  const responses = Object.entries(integrationResponses).flatMap(([code, { responseTemplates }]) =>
    refuseAll(`integrationResponses.${code}.responseTemplates`, responseTemplates),
  );
  return [...refuseAll('requestTemplates', requestTemplates), ...responses];
}

function refuseAll(place: string, templates: Record<string, string>): FieldError[] {
  return Object.entries(templates).flatMap(([mediaType, source]) => {
    try {
      compileTemplate(source, mediaType);
      return [];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return [{ field: `${place}.${mediaType}`, message: error.message, line: error.line }];
    }
  });
}

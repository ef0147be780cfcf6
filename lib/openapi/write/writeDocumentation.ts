import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { type Location, toFlat } from '../flatType';
import { compact } from './compact';
import type { ExportContext, Part } from './ExportContext';
import { writeParts } from './writeModels';

/** `description` of a parameter, header or body, if it has one. */
export const writeDescription = (documentation: ParameterDocumentation | undefined): Part =>
  compact({ description: documentation?.description });

/** The members that say a parameter's or header's type; a text where the definition says nothing. */
export function writeType(
  context: ExportContext,
  documentation: ParameterDocumentation = {},
  location: Location,
): Part {
  if (context.exportType === 'oas30')
    return writeTyped(context, { schema: { type: 'string' }, ...documentation });
  const flat = toFlat(documentation, location);
  if (flat) return flat;
  const exact = context.shown.exact && { 'x-gatehouse-documentation': writeTyped(context, documentation) };
  return { type: 'string', ...exact };
}

function writeTyped(context: ExportContext, { schema, style, explode }: ParameterDocumentation): Part {
  return {
    ...compact({ style, explode }),
    ...(schema && { schema: writeParts(context, '', schema) }),
  };
}

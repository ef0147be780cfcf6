import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { ExportContext, Part } from './ExportContext';

const places: Record<string, string> = { path: 'path', querystring: 'query', header: 'header' };

/**
 * Parameters of a method. Without extensions the document is for readers and their tools, which want every
 * variable of the path declared; with them it is exact.
 */
export function writeRequestParameters(context: ExportContext, path: string, method: Method): Part[] {
  const declared = { ...method.requestParameters };
  if (!context.extensions)
    for (const name of pathParameterNames(path)) declared[`method.request.path.${name}`] = true;
  return Object.keys(declared)
    .sort()
    .map((key) => writeParameter(context, key, declared[key] ?? false));
}

function writeParameter({ exportType }: ExportContext, key: string, required: boolean): Part {
  const [, , location = '', ...name] = key.split('.');
  return {
    name: name.join('.'),
    in: places[location],
    required: required || location === 'path',
    ...writeTextType(exportType),
  };
}

/** The one type of parameters and headers. */
export const writeTextType = (exportType: ExportContext['exportType']): Part =>
  exportType === 'swagger' ? { type: 'string' } : { schema: { type: 'string' } };

import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { Location } from '../flatType';
import type { ExportContext, Part } from './ExportContext';
import { writeDescription, writeType } from './writeDocumentation';

const places: Record<Location, string> = { path: 'path', querystring: 'query', header: 'header' };

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
    .map((key) => writeParameter(context, method, key, declared[key] ?? false));
}

function writeParameter(context: ExportContext, method: Method, key: string, required: boolean): Part {
  const [, , place = '', ...name] = key.split('.');
  const location = place as Location;
  const documentation = method.parameterDocumentation?.[key];
  return {
    name: name.join('.'),
    in: places[location],
    ...writeDescription(documentation),
    required: required || location === 'path',
    ...writeType(context, documentation, location),
  };
}

import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { Location } from '../flatType';
import type { ExportContext, Part } from './ExportContext';
import { writeDescription, writeType } from './writeDocumentation';

const places: Record<Location, string> = { path: 'path', querystring: 'query', header: 'header' };

/**
 * Parameters of a method. Readers and their tools want every variable of the path declared; AWS writes what the
 * method declares.
 */
export function writeRequestParameters(context: ExportContext, path: string, method: Method): Part[] {
  const declared = { ...method.requestParameters };
  if (context.shown.forReaders)
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
    ...writeRequired(context, required || location === 'path'),
    ...writeType(context, documentation, location),
  };
}

/** Recorded: Swagger 2.0 says it of every parameter, OpenAPI 3 of those that are. */
const writeRequired = ({ exportType }: ExportContext, required: boolean): Part =>
  required || exportType === 'swagger' ? { required } : {};

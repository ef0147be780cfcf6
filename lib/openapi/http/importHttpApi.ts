import type { ImportWarning } from '@/lib/model/openapiReport';
import type { AwsVariables } from '../read/AwsVariables';
import { Reading } from '../read/Reading';
import { type BasePathMode, readBasePath } from '../read/readBasePath';
import { readInfo } from '../read/readInfo';
import { reportUnread } from '../read/reportUnread';
import { readSource } from '../source/readSource';
import type { HttpApiContent } from './HttpApiContent';
import { Integrations } from './Integrations';
import { readHttpAuthorizers } from './readHttpAuthorizers';
import { readHttpPaths } from './readHttpPaths';
import { readHttpSettings } from './readHttpSettings';

export interface HttpImport {
  content: HttpApiContent;
  /** what is not as the document wants it */
  warnings: ImportWarning[];
  /** what an HTTP API has no use for */
  info: ImportWarning[];
}

/**
 * Reads an OpenAPI 3.0 document (JSON or YAML, at most 6 MB) as an HTTP API
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html).
 * @throws OpenApiError with the places of up to 50 mistakes; nothing is read then
 */
export function importHttpApi(
  text: string,
  options: { basepath?: BasePathMode; variables?: AwsVariables } = {},
): HttpImport {
  const reading = new Reading(readSource(text), options.variables);
  const content = isOpenApi3(reading) ? readContent(reading, options.basepath ?? 'ignore') : undefined;
  reading.finish();
  if (!content) throw new Error('A document of another version was not refused');
  const warnings = [...reading.warnings].sort((a, b) => a.line - b.line);
  return { content, warnings, info: reportUnread(reading.root, []) };
}

/** AWS imports HTTP APIs from OpenAPI 3.0 alone. */
function isOpenApi3(reading: Reading): boolean {
  const members = reading.object(reading.root);
  const node = members.get('openapi') ?? members.get('swagger');
  const version = node?.segment === 'openapi' ? reading.text(node) : undefined;
  if (version !== undefined && /^3\.0(\.\d+)?$/.test(version)) return true;
  reading.refuse(node ?? reading.root, 'HTTP APIs are imported from OpenAPI 3.0 documents only.');
  return false;
}

function readContent(reading: Reading, mode: BasePathMode): HttpApiContent {
  const schemes = reading.object(reading.object(reading.root.child('components')).get('securitySchemes'));
  const authorizers = readHttpAuthorizers(reading, schemes);
  const integrations = new Integrations(reading);
  const prefix = readBasePath(reading, 'oas30', mode).map((part) => `/${part}`);
  const routes = readHttpPaths({ reading, schemes, authorizers, integrations }, prefix.join(''));
  integrations.addUnused();
  return {
    ...readInfo(reading),
    ...readHttpSettings(reading),
    routes,
    integrations: integrations.all,
    authorizers: [...authorizers.values()],
  };
}

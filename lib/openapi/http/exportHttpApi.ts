import { stringify } from 'yaml';
import type { Cors } from '@/lib/model/v2/api';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
import { writeEndpointConfiguration } from '../write/writeEndpointConfiguration';
import type { HttpApiContent } from './HttpApiContent';
import { httpSecurity } from './httpSecurity';
import { integrationSection } from './writeHttpIntegration';
import { writeHttpPaths } from './writeHttpPaths';

export interface HttpExportOptions {
  outputType: 'JSON' | 'YAML';
  /** true: exact, for import; false: for readers of the API */
  includeExtensions: boolean;
  /** absolute address of the stage */
  serverUrl?: string;
  /** of an API that has none */
  version: string;
}

/** An HTTP API as an OpenAPI 3.0 document, members in AWS's order. The same content always gives the same text. */
export function exportHttpApi(content: HttpApiContent, options: HttpExportOptions): string {
  const { includeExtensions: extensions } = options;
  const security = httpSecurity(content, extensions);
  const shared = integrationSection(content);
  const { name, description, version = options.version } = content;
  const document = {
    openapi: '3.0.1',
    info: compact({ title: name, description, version }),
    ...compact({
      servers: writeServers(content, options),
      tags: extensions ? writeTags(content) : undefined,
    }),
    paths: writeHttpPaths(content, { extensions, security, shared }),
    ...compact({
      components: compact({
        securitySchemes: security.written,
        'x-amazon-apigateway-integrations': extensions ? shared.written : undefined,
      }),
    }),
    ...(extensions && writeSettings(content, options)),
  };
  return options.outputType === 'JSON'
    ? JSON.stringify(document, null, 2)
    : stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** With AWS's `basePath` variable, which is empty for `$default`; readers get the plain URL. */
function writeServers(
  { disableExecuteApiEndpoint }: HttpApiContent,
  { serverUrl, includeExtensions }: HttpExportOptions,
): Part[] {
  if (serverUrl === undefined) return [];
  if (!includeExtensions) return [{ url: serverUrl }];
  const at = serverUrl.lastIndexOf('/');
  return [
    {
      url: `${serverUrl.slice(0, at)}/{basePath}`,
      variables: { basePath: { default: serverUrl.slice(at + 1) } },
      ...writeEndpointConfiguration(disableExecuteApiEndpoint),
    },
  ];
}

/** Where no server is written, what belongs to it stands at the root. */
const writeSettings = (
  { corsConfiguration, disableExecuteApiEndpoint }: HttpApiContent,
  { serverUrl }: HttpExportOptions,
): Part => ({
  ...compact({ 'x-amazon-apigateway-cors': corsConfiguration && writeCors(corsConfiguration) }),
  ...(serverUrl === undefined && writeEndpointConfiguration(disableExecuteApiEndpoint)),
  'x-amazon-apigateway-importexport-version': '1.0',
});

const writeTags = ({ tags = {} }: HttpApiContent): Part[] =>
  Object.entries(tags).map(([name, value]) => ({ name, 'x-amazon-apigateway-tag-value': value }));

const writeCors = (cors: Cors): Part =>
  compact({
    allowMethods: cors.allowMethods,
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    maxAge: cors.maxAge,
    allowCredentials: cors.allowCredentials,
    allowOrigins: cors.allowOrigins,
  });

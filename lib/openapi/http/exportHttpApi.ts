import { stringify } from 'yaml';
import type { Cors } from '@/lib/model/v2/api';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
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

/** An HTTP API as an OpenAPI 3.0 document. The same content always gives the same text. */
export function exportHttpApi(content: HttpApiContent, options: HttpExportOptions): string {
  const { includeExtensions: extensions, serverUrl } = options;
  const security = httpSecurity(content, extensions);
  const shared = integrationSection(content);
  const {
    name,
    description,
    version = options.version,
    corsConfiguration,
    disableExecuteApiEndpoint,
  } = content;
  const document = compact({
    openapi: '3.0.1',
    info: compact({ title: name, description, version }),
    servers: serverUrl === undefined ? undefined : [{ url: serverUrl }],
    tags: extensions ? writeTags(content) : undefined,
    components: compact({
      securitySchemes: security.written,
      'x-amazon-apigateway-integrations': extensions ? shared.written : undefined,
    }),
  });
  const whole = {
    ...document,
    paths: writeHttpPaths(content, { extensions, security, shared }),
    ...(extensions &&
      compact({
        'x-amazon-apigateway-cors': corsConfiguration && writeCors(corsConfiguration),
        'x-amazon-apigateway-endpoint-configuration': disableExecuteApiEndpoint
          ? { disableExecuteApiEndpoint }
          : undefined,
        'x-amazon-apigateway-importexport-version': '1.0',
      })),
  };
  return options.outputType === 'JSON'
    ? JSON.stringify(whole, null, 2)
    : stringify(whole, { aliasDuplicateObjects: false, lineWidth: 0 });
}

const writeTags = ({ tags = {} }: HttpApiContent): Part[] =>
  Object.entries(tags).map(([name, value]) => ({ name, 'x-amazon-apigateway-tag-value': value }));

const writeCors = (cors: Cors): Part =>
  compact({
    allowOrigins: cors.allowOrigins,
    allowMethods: cors.allowMethods,
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    allowCredentials: cors.allowCredentials,
    maxAge: cors.maxAge,
  });

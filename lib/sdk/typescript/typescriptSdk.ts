import { pathExpression } from '../pathExpression';
import type { SdkApi, SdkClass, SdkFiles, SdkOperation, SdkParameter, SdkType } from '../SdkApi';
import { camelCase, distinctNames, inComment } from '../words';
import { typescriptCore } from './typescriptCore';

/** Sources for any compiler and bundler: types for models and parameters, `fetch` and WebCrypto, nothing beside them. */
export function typescriptSdk(api: SdkApi): SdkFiles {
  return {
    'typescript-sdk/index.ts': INDEX,
    'typescript-sdk/core.ts': typescriptCore,
    'typescript-sdk/models.ts': `${api.classes.map(interfaceOf).join('\n') || 'export {};'}\n`,
    'typescript-sdk/client.ts': clientOf(api),
  };
}

const INDEX = `export { Client } from './client';
export { ApiError, type ApiResponse, type ClientConfig, type CallOptions } from './core';
export type * from './models';
`;

/** As a type expression; models by their names in `models`. */
function typeOf(type: SdkType, prefix = ''): string {
  if (type.kind === 'list') return `Array<${typeOf(type.of, prefix)}>`;
  if (type.kind === 'map') return `Record<string, ${typeOf(type.of, prefix)}>`;
  if (type.kind === 'class') return `${prefix}${type.name}`;
  return SCALARS[type.kind];
}

const SCALARS = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  any: 'unknown',
} as const;

function interfaceOf({ name, members }: SdkClass): string {
  const lines = members.map(
    (member) => `  ${JSON.stringify(member.name)}${member.required ? '' : '?'}: ${typeOf(member.type)};`,
  );
  return [`export interface ${name} {`, ...lines, '}', ''].join('\n');
}

function clientOf({ name, baseUrl, region, operations }: SdkApi): string {
  const names = typescriptNames(operations);
  return [
    `/* Client of ${inComment(name)}. */`,
    "import { ApiGatewayCore, type ApiResponse, type CallOptions, type ClientConfig, encode, encodePath } from './core';",
    "import type * as models from './models';",
    '',
    'export class Client extends ApiGatewayCore {',
    '  constructor(config: ClientConfig = {}) {',
    `    super({ region: ${JSON.stringify(region)}, baseUrl: ${JSON.stringify(baseUrl)}, ...config });`,
    '  }',
    ...operations.map((operation, index) => methodOf(operation, names[index] ?? '')),
    '}',
    '',
    '/** For clients whose API has no models. */',
    'export type Models = typeof models;',
    '',
  ].join('\n');
}

/** Of the methods, in the order of `operations`. */
export const typescriptNames = (operations: readonly SdkOperation[]) =>
  distinctNames(
    operations.map(({ name }) => name),
    camelCase,
    new Set(['constructor', 'call']),
  );

function methodOf({ httpMethod, path, parameters, body, answer }: SdkOperation, name: string): string {
  const data = answer ? typeOf(answer, 'models.') : 'unknown';
  const hasRequired = parameters.some(({ required }) => required);
  const members = parameters.map(
    (each) => `${JSON.stringify(each.name)}${each.required ? '' : '?'}: ${parameterType(each)}`,
  );
  return [
    '',
    `  /** ${httpMethod} ${inComment(path)} */`,
    `  ${name}(`,
    `    params: { ${members.join('; ')} }${hasRequired ? '' : ' = {}'},`,
    ...(body ? [`    body?: ${typeOf(body, 'models.')},`] : []),
    '    options: CallOptions = {},',
    `  ): Promise<ApiResponse<${data}>> {`,
    ...(parameters.length === 0 ? ['    void params;'] : []),
    `    return this.call<${data}>(${JSON.stringify(httpMethod)}, ${pathOf(path)}, {`,
    `      query: { ${pick(parameters, 'query')} },`,
    `      headers: { ${pick(parameters, 'header')} },`,
    `      body${body ? '' : ': undefined'},`,
    '      options,',
    '    });',
    '  }',
  ].join('\n');
}

const parameterType = ({ location }: SdkParameter) =>
  location === 'query' ? 'string | number | boolean | string[]' : 'string | number | boolean';

function pick(parameters: readonly SdkParameter[], location: SdkParameter['location']): string {
  return parameters
    .filter((each) => each.location === location)
    .map(({ name }) => `${JSON.stringify(name)}: params[${JSON.stringify(name)}]`)
    .join(', ');
}

const pathOf = (path: string) =>
  pathExpression(path, (name, isRest) => `encode${isRest ? 'Path' : ''}(params[${JSON.stringify(name)}])`);

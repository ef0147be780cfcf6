/** One operation of a product's OpenAPI document, as lists and samples need it. */
export interface Operation {
  method: string;
  path: string;
  summary: string;
  /** an API key in x-api-key, which plans count calls by */
  needsKey: boolean;
  /** all that a caller must send to be let in; empty: anybody may call */
  credentials: Credential[];
}

/** A header or query parameter that says who calls. */
export interface Credential {
  name: string;
  in: 'header' | 'query';
  /** what stands in its place in samples: a value itself is never in a page */
  placeholder: string;
}

const keyHeader = 'x-api-key';

const verbs = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Operations in the document's order, without the OPTIONS that answer CORS preflights. */
export function operations(openapi: Record<string, unknown>): Operation[] {
  const paths = isRecord(openapi.paths) ? openapi.paths : {};
  const components = isRecord(openapi.components) ? openapi.components : {};
  const schemes = isRecord(components.securitySchemes) ? components.securitySchemes : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    isRecord(item) ? verbs.flatMap((verb) => operation(path, verb, item[verb], schemes)) : [],
  );
}

function operation(
  path: string,
  verb: string,
  value: unknown,
  schemes: Record<string, unknown>,
): Operation[] {
  if (verb === 'options' || !isRecord(value)) return [];
  const credentials = credentialsOf(value.security, schemes);
  return [
    {
      method: verb.toUpperCase(),
      path,
      summary: typeof value.summary === 'string' ? value.summary : '',
      needsKey: credentials.some(({ name }) => name === keyHeader),
      credentials,
    },
  ];
}

/** AWS writes one requirement for each scheme, and asks for all of them. */
function credentialsOf(security: unknown, schemes: Record<string, unknown>): Credential[] {
  const required = Array.isArray(security) ? security.filter(isRecord) : [];
  return required.flatMap(Object.keys).flatMap((schemeName) => {
    const scheme = schemes[schemeName];
    if (!isRecord(scheme) || scheme.type !== 'apiKey' || typeof scheme.name !== 'string') return [];
    const placeholder = scheme.name === keyHeader ? 'YOUR_API_KEY' : 'YOUR_TOKEN';
    return [{ name: scheme.name, in: scheme.in === 'query' ? 'query' : 'header', placeholder } as const];
  });
}

/** The call that wants the least: a GET without path parameters, an open one if there is any. */
export function easiestCall(list: readonly Operation[]): Operation | undefined {
  const simple = list.filter((operation) => operation.method === 'GET' && !operation.path.includes('{'));
  const open = simple.filter(({ credentials }) => credentials.length === 0);
  // Of equals the longest path: the root is more often a welcome page than data.
  return [...(open.length > 0 ? open : simple)].sort((a, b) => b.path.length - a.path.length)[0];
}

/** The document without the OPTIONS that only answer browsers' CORS preflights: nobody calls them by hand. */
export function withoutPreflights(openapi: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(openapi.paths)) return openapi;
  const paths = Object.entries(openapi.paths).map(([path, item]) => {
    if (!isRecord(item)) return [path, item];
    const { options: _, ...rest } = item;
    return [path, rest];
  });
  return { ...openapi, paths: Object.fromEntries(paths) };
}

/**
 * The document with each path's prose on those of its operations that have none: the standard means it for all of
 * them (https://spec.openapis.org/oas/v3.0.3#path-item-object), and swagger-ui does not show it.
 */
export function withPathProse(openapi: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(openapi.paths)) return openapi;
  const paths = Object.entries(openapi.paths).map(([path, item]) => {
    if (!isRecord(item)) return [path, item];
    const { summary, description } = item;
    const prose = Object.fromEntries(
      Object.entries({ summary, description }).filter(([, text]) => typeof text === 'string'),
    );
    const operations = verbs
      .filter((verb) => isRecord(item[verb]))
      .map((verb) => [verb, { ...prose, ...Object(item[verb]) }]);
    return [path, { ...item, ...Object.fromEntries(operations) }];
  });
  return { ...openapi, paths: Object.fromEntries(paths) };
}

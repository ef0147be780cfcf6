import { documentationIndex } from '@/lib/model/documentationIndex';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ApiDefinition } from '@/lib/model/v2/definition';

/** What the catalogue says of a deployed definition; a preflight is no operation to a reader. */
export interface DefinitionSummary {
  version?: string;
  operationCount: number;
  /** lower case */
  searchText: string;
}

export function summarizeDefinition(definition: RestApiDefinition): DefinitionSummary {
  const documentation = documentationIndex(definition.documentationParts ?? []);
  const operations = definition.resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods)
      .filter(({ httpMethod }) => httpMethod !== 'OPTIONS')
      .map(({ httpMethod, operationName, summary: said }) => {
        const location = { type: 'METHOD', path, method: httpMethod } as const;
        const { summary } = documentation.resolve(location, said ? { summary: said } : {}).properties;
        return wordsOf(httpMethod, path, operationName, summary);
      }),
  );
  return {
    version: definition.version,
    operationCount: operations.length,
    searchText: operations.join('\n').toLowerCase(),
  };
}

/** Of an HTTP or WebSocket API. @param version the API's own: it is no part of a deployment */
export function summarizeApi({ routes }: ApiDefinition, version: string | undefined): DefinitionSummary {
  const operations = routes
    .filter(({ routeKey }) => !/^(OPTIONS |\$connect$|\$disconnect$)/.test(routeKey))
    .map(({ routeKey, operationName }) => wordsOf(routeKey, operationName));
  return {
    ...(version !== undefined && { version }),
    operationCount: operations.length,
    searchText: operations.join('\n').toLowerCase(),
  };
}

const wordsOf = (...words: unknown[]): string => words.filter((word) => typeof word === 'string').join(' ');

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type RestApiDefinition, restApiDefinition } from '@/lib/model/restApi';
import { exportOpenApi, importOpenApi } from './index';

const folder = new URL('./corpus/', import.meta.url);
const documents = readdirSync(folder);
const forms = (['oas30', 'swagger'] as const).flatMap((exportType) =>
  (['json', 'yaml'] as const).map((format) => ({ exportType, format })),
);
const load = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Ids are fresh at each import; what they join must be the same. */
function withoutIds(definition: RestApiDefinition) {
  const names = new Map(definition.requestValidators.map(({ id, name }) => [id, name]));
  const authorizers = new Map(definition.authorizers?.map(({ id, name }) => [id, name]));
  const paths = new Map(definition.resources.map(({ id, path }) => [id, path]));
  return {
    ...definition,
    requestValidators: definition.requestValidators.map(({ id: _, ...rest }) => rest),
    authorizers: definition.authorizers?.map(({ id: _, ...rest }) => rest),
    resources: definition.resources.map(({ id: _, parentId, resourceMethods, ...rest }) => ({
      ...rest,
      parent: parentId && paths.get(parentId),
      methods: Object.fromEntries(
        Object.entries(resourceMethods).map(([verb, { requestValidatorId, authorizerId, ...method }]) => [
          verb,
          {
            ...method,
            validator: requestValidatorId && (names.get(requestValidatorId) ?? 'dangling'),
            authorizer: authorizerId && (authorizers.get(authorizerId) ?? 'dangling'),
          },
        ]),
      ),
    })),
  };
}

test('the corpus is there', () => {
  expect(documents.length).toBeGreaterThanOrEqual(12);
});

describe.each(documents)('%s', (name) => {
  const first = importOpenApi(load(name), { basepath: 'ignore' });

  test('is a definition by the rules of the model', () => {
    expect(restApiDefinition.parse(first.definition)).toEqual(first.definition);
    const paths = first.definition.resources.map(({ path }) => path);
    expect(paths[0]).toBe('/');
    expect(new Set(first.definition.resources.map(({ id }) => id)).size).toBe(paths.length);
  });

  test.each(forms)('comes back the same from $exportType $format', ({ exportType, format }) => {
    const { text } = exportOpenApi(first.definition, { exportType, format, extensions: true });
    const second = importOpenApi(text);
    expect(withoutIds(second.definition)).toEqual(withoutIds(first.definition));
    const again = exportOpenApi(second.definition, { exportType, format, extensions: true });
    expect(again.text).toBe(text);
  });

  test.each(forms)('adds no warning from $exportType $format', ({ exportType, format }) => {
    const { text } = exportOpenApi(first.definition, { exportType, format, extensions: true });
    const known = new Set(first.warnings.map(({ message }) => message));
    expect(importOpenApi(text).warnings.filter(({ message }) => !known.has(message))).toEqual([]);
  });

  test.each(forms)('shows no backend in $exportType $format without extensions', (form) => {
    const { text } = exportOpenApi(first.definition, { ...form, extensions: false });
    expect(text).not.toMatch(/x-amazon|x-gatehouse|backend|petstore\.execute|orders\.example|stageVariables/);
    expect(() => importOpenApi(text)).not.toThrow();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { importOpenApi, isOpenApiError } from './index';

/**
 * The promise of the report, tried on every member of every document of the corpus: change one value, or add one
 * member, and either the definition changes, or a warning stands at that place or above it, or the document is
 * refused. What none of the three happens to was silently dropped.
 */
const folder = new URL('./corpus/', import.meta.url);
const documents = readdirSync(folder).filter((name) => name !== 'bigEnum.yaml');

/** Members that mean nothing: AWS writes them with one value or another and acts on none. */
const meaningless = [
  /\/parameters\/\d+\/name$/, // of a body parameter: AWS exports the model's name there
  /\/(requestBody|(post|put)\/parameters\/0)\/required$/, // of a body: a validator takes an empty one for {}, as on AWS
];

type Path = (string | number)[];
const pointer = (path: Path) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Every value of a document, with its path. */
function* walk(value: unknown, path: Path = []): Generator<{ value: unknown; path: Path }> {
  yield { value, path };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* walk(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

function changed(root: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(root);
  if (Array.isArray(root))
    return root.map((item, index) => (index === key ? changed(item, rest, change) : item));
  const entries = Object.entries(root as object).map(([name, child]) => [
    name,
    name === key ? changed(child, rest, change) : child,
  ]);
  return Object.fromEntries(entries);
}

/** What an import makes of a document, ids left out; or that it refuses it. */
function outcome(document: unknown) {
  try {
    const { definition, warnings } = importOpenApi(JSON.stringify(document));
    const names = new Map(
      [...definition.requestValidators, ...(definition.authorizers ?? [])].map(({ id, name }) => [id, name]),
    );
    const text = JSON.stringify(definition, (key, value: unknown) => {
      if (/^(id|parentId)$/.test(key)) return undefined;
      return /^(requestValidator|authorizer)Id$/.test(key) ? names.get(String(value)) : value;
    });
    return { text, warnings };
  } catch (error) {
    if (isOpenApiError(error)) return { refused: error.pointer };
    throw error;
  }
}

function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}Z`;
  return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value;
}

/** True when somebody would notice that `path` was changed. */
function isNoticed(
  before: ReturnType<typeof outcome>,
  after: ReturnType<typeof outcome>,
  path: Path,
): boolean {
  if ('refused' in after || 'refused' in before) return true;
  const place = pointer(path);
  return (
    after.text !== before.text ||
    after.warnings.some((each) => place === each.pointer || place.startsWith(`${each.pointer}/`))
  );
}

describe.each(documents)('%s', (name) => {
  const document: unknown = parseDocument(readFileSync(new URL(name, folder), 'utf8')).toJS();
  const before = outcome(document);
  const values = [...walk(document)];

  test('is accepted as it is', () => expect(before).not.toHaveProperty('refused'));

  test('every changed value is noticed', () => {
    const scalars = values.filter(({ value }) => typeof value !== 'object' && value !== null);
    const silent = scalars
      .filter(({ path }) => !isNoticed(before, outcome(changed(document, path, other)), path))
      .map(({ path }) => pointer(path))
      .filter((place) => !meaningless.some((pattern) => pattern.test(place)));
    expect(silent).toEqual([]);
  });

  test('every added member is noticed', () => {
    const objects = values.filter(
      ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    const add = (value: unknown) => ({ ...(value as object), 'x-forgotten': { a: [1] } });
    const silent = objects
      .filter(
        ({ path }) => !isNoticed(before, outcome(changed(document, path, add)), [...path, 'x-forgotten']),
      )
      .map(({ path }) => pointer(path));
    expect(silent).toEqual([]);
  });
});

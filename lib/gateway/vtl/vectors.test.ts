import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TemplateInput } from './index';
import { render, renderResult } from './render.fixture';

interface TemplateVector extends Partial<TemplateInput> {
  name: string;
  template: string;
  body: string;
  expected: unknown;
  expectedKind?: string;
  expectedOverride?: unknown;
}

interface UtilVector {
  function: string;
  input: string | null;
  expected: unknown;
}

function read<T>(file: string): T[] {
  const text = readFileSync(new URL(`./vectors/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { vectors: T[] }).vectors;
}

/** XML without comments or mixed content as records; attributes begin with @. */
function fromXml(xml: string): unknown {
  const members = Array.from(xml.matchAll(/<([\w-]+)([^>]*)>([\s\S]*?)<\/\1>/g));
  if (members.length === 0) return xml.trim();
  return Object.fromEntries(
    members.map(([, name = '', attributes = '', content = '']) => {
      const own = Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, key, value]) => [
        `@${key}`,
        value,
      ]);
      const inner = fromXml(content);
      return [name, own.length > 0 ? { ...Object.fromEntries(own), ...(inner as object) } : inner];
    }),
  );
}

function asExpected(vector: TemplateVector, text: string): unknown {
  if (vector.expectedKind === undefined) return text;
  if (vector.expectedKind === 'json subset') return JSON.parse(text);
  return (fromXml(text) as { root: unknown }).root;
}

test.each(read<TemplateVector>('vtl.json'))('$name', (vector) => {
  const result = renderResult(vector.template, vector);
  const actual = asExpected(vector, result.text);
  if (vector.expectedKind === undefined) expect(actual).toBe(vector.expected);
  else expect(actual).toMatchObject(vector.expected as object);
  if (vector.expectedOverride) expect(result.overrides).toMatchObject(vector.expectedOverride);
});

const utilVectors = read<UtilVector>('vtl-util.json');
const [parsing, converting] = [true, false].map((parse) =>
  utilVectors.filter((vector) => (vector.function === 'parseJson') === parse),
);

test.each(converting ?? [])('$util.$function($input)', ({ function: name, input, expected }) => {
  expect(render(`$util.${name}($input.path('$.in'))`, { in: input })).toBe(expected);
});

test.each(parsing ?? [])('$util.parseJson($input)', ({ input, expected }) => {
  // A list prints its elements as JSON.
  const text = render(
    "#set($l = $input.path('$.l'))#set($x = $l.add($util.parseJson($input.path('$.in'))))$l",
    {
      l: [],
      in: input,
    },
  );
  expect(JSON.parse(text)).toEqual([expected]);
});

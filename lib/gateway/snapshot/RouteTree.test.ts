import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RouteTree } from './RouteTree';

function vectorsOf<T>(file: string): T[] {
  const text = readFileSync(new URL(`../pipeline/vectors/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { vectors: T[] }).vectors;
}

interface RoutingVector {
  path: string;
  method: string;
  resources: Record<string, string[]>;
  expected: string | null;
}

test.each(vectorsOf<RoutingVector>('routing.json'))('vector: $method $path in $resources', (vector) => {
  const routes = new RouteTree<string>();
  for (const path of Object.keys(vector.resources)) routes.add(path, path);
  const found = routes.match(vector.path)?.value;
  const verbs = found === undefined ? [] : (vector.resources[found] ?? []);
  const served = verbs.includes(vector.method) || verbs.includes('ANY') ? found : null;
  expect(served).toBe(vector.expected);
});

test.each(
  vectorsOf<{ path: string; path_part: string; expected: Record<string, string> }>('path-params.json'),
)('vector: parameters of $path in $path_part', ({ path, path_part, expected }) => {
  const routes = new RouteTree<string>();
  routes.add(path_part, path_part);
  expect(routes.match(path)?.parameters).toEqual(expected);
});

const resources = [
  '/',
  '/pets',
  '/pets/{petId}',
  '/pets/{petId}/photos',
  '/pets/mine',
  '/files/{proxy+}',
  '/files/readme',
  '/a/{x}/b/{y}',
  '/a/{x}/b/c',
  '/a/{x}/{y}/c',
  '/{x}/r/{y}',
  '/{x}/{y}/s',
];

test.each([
  { rule: 'root', path: '/', to: '/', parameters: {} },
  { rule: 'literal', path: '/pets', to: '/pets', parameters: {} },
  { rule: 'a trailing slash does not count', path: '/pets/', to: '/pets', parameters: {} },
  { rule: 'a parameter', path: '/pets/7', to: '/pets/{petId}', parameters: { petId: '7' } },
  { rule: 'literal before parameter', path: '/pets/mine', to: '/pets/mine', parameters: {} },
  {
    rule: 'below a parameter',
    path: '/pets/7/photos',
    to: '/pets/{petId}/photos',
    parameters: { petId: '7' },
  },
  {
    rule: 'a literal that leads nowhere is no obstacle',
    path: '/pets/mine/photos',
    to: '/pets/{petId}/photos',
    parameters: { petId: 'mine' },
  },
  { rule: 'fewest parameters', path: '/a/1/b/c', to: '/a/{x}/b/c', parameters: { x: '1' } },
  { rule: 'the literal furthest right', path: '/q/r/s', to: '/{x}/{y}/s', parameters: { x: 'q', y: 'r' } },
  {
    rule: 'values are not decoded',
    path: '/pets/a%2Fb',
    to: '/pets/{petId}',
    parameters: { petId: 'a%2Fb' },
  },
  { rule: 'a literal in other spelling is that literal', path: '/p%65ts', to: '/pets', parameters: {} },
  { rule: 'an encoded slash ends no segment', path: '/pets%2F', to: undefined },
  { rule: 'greedy takes the rest', path: '/files/a/b', to: '/files/{proxy+}', parameters: { proxy: 'a/b' } },
  {
    rule: 'greedy drops the last slash',
    path: '/files/a/',
    to: '/files/{proxy+}',
    parameters: { proxy: 'a' },
  },
  {
    rule: 'greedy keeps a double slash',
    path: '/files/a//b',
    to: '/files/{proxy+}',
    parameters: { proxy: 'a//b' },
  },
  { rule: 'greedy needs something', path: '/files', to: undefined },
  { rule: 'greedy needs something after the slash', path: '/files/', to: undefined },
  {
    rule: 'back to greedy where a literal leads nowhere',
    path: '/files/readme/x',
    to: '/files/{proxy+}',
    parameters: { proxy: 'readme/x' },
  },
  { rule: 'slashes behind a resource lead to no greedy one', path: '/files/readme//', to: undefined },
  { rule: 'no empty parameter', path: '/pets//photos', to: undefined },
  { rule: 'no empty literal', path: '//pets', to: undefined },
  { rule: 'two parameters', path: '/a/1/b/2', to: '/a/{x}/b/{y}', parameters: { x: '1', y: '2' } },
  { rule: 'case counts', path: '/Pets', to: undefined },
  { rule: 'names of Object.prototype', path: '/constructor', to: undefined },
])('$rule: $path', ({ path, to, parameters }) => {
  const routes = new RouteTree<string>();
  for (const resource of resources) routes.add(resource, resource);
  const route = routes.match(path);
  expect(route?.value).toBe(to);
  expect(route?.parameters).toEqual(parameters);
});

test.each([
  ['the same twice', ['/pets', '/pets']],
  ['the same but for the name', ['/{a}', '/{b}']],
  ['parameter beside greedy', ['/{a}', '/{b+}']],
  ['greedy beside parameter', ['/{b+}', '/{a}/x']],
  ['two greedy', ['/{a+}', '/{b+}']],
  ['greedy not last', ['/{a+}/x']],
  ['no slash', ['pets']],
  ['an empty part', ['/pets//x']],
  ['half a parameter', ['/x{a}']],
  ['an empty parameter', ['/{}']],
])('refused: %s', (_, paths) => {
  const routes = new RouteTree<string>();
  expect(() => {
    for (const path of paths) routes.add(path, path);
  }).toThrow();
});

/** A plain model of the same rule: try every template on its own, and sort those that fit. */
function model(templates: string[], path: string): string | undefined {
  const whole = templates
    .filter((template) => !template.includes('+'))
    .filter((template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((a, b) => count(a) - count(b) || (fromRight(a) < fromRight(b) ? -1 : 1));
  return whole[0] ?? greedyModel(templates, path);
}
const count = (template: string) => template.split('{').length;
const fromRight = (template: string) =>
  template
    .split('/')
    .reverse()
    .map((part) => (part.startsWith('{') ? 'v' : 'l'))
    .join('');

/** Of the greedy templates that the path fits the longest, then the one with a literal further left. */
function greedyModel(templates: string[], path: string): string | undefined {
  const [best] = templates
    .filter((template) => template.includes('+'))
    .filter((template) => {
      const pattern = template.replace(/\{\w+\}/g, '[^/]+').replace(/\{\w+\+\}/, '.+');
      return new RegExp(`^${pattern}$`).test(path);
    })
    .sort((a, b) => length(b) - length(a) || (kinds(a) < kinds(b) ? -1 : 1));
  return best;
}
const length = (template: string) => template.split('/').length;
const kinds = (template: string) =>
  template
    .split('/')
    .map((part) => (part.startsWith('{') ? 'v' : 'l'))
    .join('');

test.each([
  ['OPTIONS', '/test', '/{proxy+}'],
  ['POST', '/test', '/test'],
  ['OPTIONS', '/test/any', '/test/any'],
  ['GET', '/test', undefined],
])('a resource without the method is passed over: %s %s', (verb, path, to) => {
  const verbs: Record<string, string[]> = {
    '/test': ['POST'],
    '/test/any': ['GET', 'OPTIONS'],
    '/{proxy+}': ['OPTIONS'],
  };
  const routes = new RouteTree<string>();
  for (const template of Object.keys(verbs)) routes.add(template, template);
  expect(routes.match(path, (template) => verbs[template]?.includes(verb) ?? false)?.value).toBe(to);
});

test('B30: 20,000 random tables and paths, no difference from the plain model', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const pick = (from: string[]) => from[random(from.length)] ?? '';
  for (let round = 0; round < 20_000; round += 1) {
    const routes = new RouteTree<string>();
    const templates: string[] = [];
    for (let count = random(6); count >= 0; count -= 1) {
      const parts = Array.from({ length: 1 + random(3) }, () => pick(['a', 'b', '{p}', '{p}', '{g+}']));
      const template = `/${parts.join('/')}`;
      try {
        routes.add(template, template);
        templates.push(template);
      } catch {
        // A clash; a refused template may have left nodes without a leaf, so the table starts anew.
        break;
      }
    }
    const path = `/${Array.from({ length: 1 + random(4) }, () => pick(['a', 'b', 'c'])).join('/')}`;
    const leaves = new RouteTree<string>();
    for (const template of templates) leaves.add(template, template);
    expect([templates, path, leaves.match(path)?.value]).toEqual([templates, path, model(templates, path)]);
  }
});

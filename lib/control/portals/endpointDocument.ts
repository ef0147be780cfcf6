import type { ServedEndpoint } from './servedEndpoint';

type Part = Record<string, unknown>;
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (value: unknown): Part => (isPart(value) ? value : {});

const verbs = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** Of a whole stage's document one operation, or each verb that ANY stands for, with the models and authorizers that it speaks of. */
export function endpointDocument({ document, resource, method }: ServedEndpoint): Part {
  const written = resource.path.replaceAll('+}', '}');
  const { paths, components, tags: _, ...rest } = document();
  const item = partOf(partOf(paths)[written]);
  const others = Object.keys(resource.resourceMethods).map((verb) => verb.toLowerCase());
  const isShown = (member: string) =>
    !verbs.has(member) ||
    (method.httpMethod === 'ANY' ? !others.includes(member) : member === method.httpMethod.toLowerCase());
  const shown = Object.fromEntries(Object.entries(item).filter(([member]) => isShown(member)));
  return { ...rest, paths: { [written]: shown }, ...usedComponents(partOf(components), shown) };
}

/** Schemas that are reached from the operations, and the security schemes that they name. */
function usedComponents(components: Part, shown: Part): Part {
  const schemas = partOf(components.schemas);
  const names = new Set<string>();
  const waiting: unknown[] = [shown];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const name of schemaNames(next))
      if (!names.has(name) && Object.hasOwn(schemas, name)) {
        names.add(name);
        waiting.push(schemas[name]);
      }
  const schemes = new Set(Object.values(shown).flatMap(securityNames));
  const used = {
    ...pick('schemas', schemas, names),
    ...pick('securitySchemes', partOf(components.securitySchemes), schemes),
  };
  return Object.keys(used).length > 0 ? { components: used } : {};
}

function pick(section: string, members: Part, names: Set<string>): Part {
  const kept = Object.entries(members).filter(([name]) => names.has(name));
  return kept.length > 0 ? { [section]: Object.fromEntries(kept) } : {};
}

function schemaNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(schemaNames);
  if (!isPart(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const name = key === '$ref' ? /^#\/components\/schemas\/([^/]+)$/.exec(String(member))?.[1] : undefined;
    return name === undefined ? schemaNames(member) : [name];
  });
}

function securityNames(operation: unknown): string[] {
  const { security } = partOf(operation);
  return Array.isArray(security) ? security.flatMap((each) => Object.keys(partOf(each))) : [];
}

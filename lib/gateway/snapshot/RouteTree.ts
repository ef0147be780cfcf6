/** Where a path leads, and what its parameters hold: as they stood in the URL, never decoded. */
export interface Route<T> {
  value: T;
  parameters: Record<string, string>;
}

interface Leaf<T> {
  value: T;
  /** names of `{param}` segments from the root down */
  names: string[];
}

interface Node<T> {
  literals: Map<string, Node<T>>;
  variable?: Node<T>;
  greedy?: Leaf<T>;
  leaf?: Leaf<T>;
}

const newNode = <T>(): Node<T> => ({ literals: new Map() });

/**
 * The resources of one deployment by path. At each level a literal segment wins over `{param}`, that over
 * `{proxy+}`, and the choice is final: once a literal matched, there is no way back to a variable sibling
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html: with a
 * sibling /parent, /{proxy+} stands for everything except /parent and /parent/*). So a look-up costs one step a
 * segment, however many resources there are.
 */
export class RouteTree<T> {
  private readonly root: Node<T> = newNode();

  /**
   * @param template e.g. `/pets/{petId}` or `/files/{proxy+}`
   * @throws Error when the template is malformed or taken
   */
  add(template: string, value: T): void {
    const segments = template === '/' ? [] : template.slice(1).split('/');
    if (!template.startsWith('/') || segments.includes('')) throw new Error(`malformed path ${template}`);
    const names: string[] = [];
    let node = this.root;
    for (const [index, segment] of segments.entries()) {
      const variable = parseVariable(segment);
      if (variable) names.push(variable.name);
      if (variable?.greedy) {
        addGreedy(node, index === segments.length - 1, template, { value, names });
        return;
      }
      node = variable ? variableChild(node, template) : literalChild(node, segment);
    }
    if (node.leaf) throw new Error(`${template} is there twice`);
    node.leaf = { value, names };
  }

  /** @param path begins with `/`, without stage and query; one trailing slash does not count */
  match(path: string): Route<T> | undefined {
    const segments = (path.length > 1 && path.endsWith('/') ? path.slice(1, -1) : path.slice(1)).split('/');
    if (path === '/' || path === '') segments.length = 0;
    const values: string[] = [];
    let node = this.root;
    for (const [index, segment] of segments.entries()) {
      const next = node.literals.get(literalOf(segment)) ?? (segment === '' ? undefined : node.variable);
      if (!next) return node.greedy && greedyRoute(node.greedy, values, segments.slice(index).join('/'));
      if (next === node.variable) values.push(segment);
      node = next;
    }
    return node.leaf && route(node.leaf, values);
  }
}

/**
 * What a backend will read: it decodes, and `/%61dmin` must not pass by the method that guards `/admin`
 * (RFC 3986 6.2.2.2: they are the same path).
 */
function literalOf(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parseVariable(segment: string): { name: string; greedy: boolean } | undefined {
  if (!/[{}]/.test(segment)) return undefined;
  const [, name, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(segment) ?? [];
  if (name === undefined) throw new Error(`malformed path part ${segment}`);
  return { name, greedy: plus === '+' };
}

function literalChild<T>(node: Node<T>, segment: string): Node<T> {
  const child = node.literals.get(segment) ?? newNode<T>();
  node.literals.set(segment, child);
  return child;
}

function variableChild<T>(node: Node<T>, template: string): Node<T> {
  if (node.greedy) throw new Error(`a sibling of ${template} already has a variable path part`);
  node.variable ??= newNode();
  return node.variable;
}

function addGreedy<T>(node: Node<T>, last: boolean, template: string, leaf: Leaf<T>): void {
  if (!last) throw new Error(`${template}: a greedy parameter must be last`);
  if (node.greedy || node.variable)
    throw new Error(`a sibling of ${template} already has a variable path part`);
  node.greedy = leaf;
}

function greedyRoute<T>(leaf: Leaf<T>, values: string[], rest: string): Route<T> | undefined {
  return rest === '' ? undefined : route(leaf, [...values, rest]);
}

function route<T>({ value, names }: Leaf<T>, values: string[]): Route<T> {
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) parameters[name] = values[index] ?? '';
  return { value, parameters };
}

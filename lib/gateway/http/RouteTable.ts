/** What a path leads to. */
export interface RouteMatch<T> {
  value: T;
  /** as they stood in the URL, never decoded */
  parameters: ReadonlyMap<string, string>;
}

interface Entry<T> {
  value: T;
  /** names of the parameters, and at which parts of the path they stand */
  names: string[];
  positions: number[];
  greedy: boolean;
}

/** By method, or ANY. */
type Methods<T> = Map<string, Entry<T>>;

interface Node<T> {
  literals: Map<string, Node<T>>;
  variable?: Node<T>;
  greedy: Methods<T>;
  whole: Methods<T>;
}

const newNode = <T>(): Node<T> => ({ literals: new Map(), greedy: new Map(), whole: new Map() });
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * The routes of one deployment
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html): a full match of path
 * and method, else the longest greedy one. Part by part from the left a literal goes before a parameter, and at the
 * same path the method itself before ANY (those two from memory). A route whose method does not fit is no match, so a
 * less exact path may still be.
 */
export class RouteTable<T> {
  private readonly root: Node<T> = newNode();

  /**
   * @param path e.g. `/pets/{id}` or `/files/{proxy+}`
   * @throws Error when the path is malformed or the route is there twice
   */
  add(method: string, path: string, value: T): void {
    const segments = partsOf(path);
    const entry: Entry<T> = { value, names: [], positions: [], greedy: false };
    let node = this.root;
    for (const [index, segment] of segments.entries()) {
      const parameter = parameterOf(segment, path);
      if (parameter) {
        entry.names.push(parameter.name);
        entry.positions.push(index);
        entry.greedy = parameter.greedy;
      }
      if (!parameter) node = literalChild(node, segment);
      else if (parameter.greedy && index < segments.length - 1)
        throw new Error(`${path}: a greedy parameter must be last`);
      else if (!parameter.greedy) node = variableChild(node);
    }
    const methods = entry.greedy ? node.greedy : node.whole;
    if (methods.has(method)) throw new Error(`${method} ${path} is there twice`);
    methods.set(method, entry);
  }

  /** @param path begins with `/`; a slash at its end counts (reference section 2: no folding) */
  match(method: string, path: string): RouteMatch<T> | undefined {
    const segments = path.slice(1).split('/');
    const entry = whole(this.root, segments, 0, method) ?? longestGreedy(this.root, segments, 0, method);
    return entry && { value: entry.value, parameters: parametersOf(entry, segments) };
  }
}

function whole<T>(node: Node<T>, segments: string[], index: number, method: string): Entry<T> | undefined {
  const segment = segments[index];
  if (segment === undefined) return entryFor(node.whole, method);
  const literal = node.literals.get(literalOf(segment));
  const found = literal && whole(literal, segments, index + 1, method);
  if (found || segment === '' || !node.variable) return found;
  return whole(node.variable, segments, index + 1, method);
}

/** A greedy parameter is never empty. */
function longestGreedy<T>(
  node: Node<T>,
  segments: string[],
  index: number,
  method: string,
): Entry<T> | undefined {
  const segment = segments[index];
  if (segment === undefined || (segment === '' && index === segments.length - 1)) return undefined;
  const literal = node.literals.get(literalOf(segment));
  const found =
    (literal && longestGreedy(literal, segments, index + 1, method)) ??
    (node.variable && segment !== '' ? longestGreedy(node.variable, segments, index + 1, method) : undefined);
  return found ?? entryFor(node.greedy, method);
}

function entryFor<T>(methods: Methods<T>, method: string): Entry<T> | undefined {
  return methods.get(method) ?? methods.get('ANY');
}

function parametersOf<T>({ names, positions, greedy }: Entry<T>, segments: string[]) {
  if (names.length === 0) return NONE;
  const parameters = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const at = positions[index] ?? 0;
    const isRest = greedy && index === names.length - 1;
    parameters.set(name, isRest ? segments.slice(at).join('/') : (segments[at] ?? ''));
  }
  return parameters;
}

/** As backends will read it: `/%61dmin` must not pass by the route that guards `/admin` (RFC 3986 6.2.2.2). */
function literalOf(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function partsOf(path: string): string[] {
  const segments = path.slice(1).split('/');
  if (!path.startsWith('/') || segments.slice(0, -1).includes('')) throw new Error(`malformed path ${path}`);
  return segments;
}

function parameterOf(segment: string, path: string): { name: string; greedy: boolean } | undefined {
  if (!/[{}]/.test(segment)) return undefined;
  const [, name, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(segment) ?? [];
  if (name === undefined) throw new Error(`malformed part ${segment} of ${path}`);
  return { name, greedy: plus === '+' };
}

function literalChild<T>(node: Node<T>, segment: string): Node<T> {
  const child = node.literals.get(segment) ?? newNode<T>();
  node.literals.set(segment, child);
  return child;
}

function variableChild<T>(node: Node<T>): Node<T> {
  node.variable ??= newNode();
  return node.variable;
}

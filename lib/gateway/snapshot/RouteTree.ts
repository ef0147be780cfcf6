/** Where a path leads, and what its parameters hold: as they stood in the URL, never decoded. */
export interface Route<T> {
  value: T;
  parameters: Record<string, string>;
}

interface Leaf<T> {
  value: T;
  /** names of `{param}` segments from the root down */
  names: string[];
  /** orders leaves that the same path leads to: the least wins */
  rank: string;
}

interface Node<T> {
  literals: Map<string, Node<T>>;
  variable?: Node<T>;
  greedy?: Leaf<T>;
  leaf?: Leaf<T>;
}

const newNode = <T>(): Node<T> => ({ literals: new Map() });

/**
 * The resources of one deployment by path.
 * - Of the templates that a path fits whole, the one with the fewest parameters is taken; of equals the one whose
 *   literal stands furthest to the right (recorded on AWS: `/{a}/{b}/baz` before `/{a}/bar/{b}`). So the order in
 *   which resources were made never decides.
 * - Only where there is none does a greedy parameter count, the deepest first. AWS's guide has no way back to
 *   `{proxy+}` once a literal beside it matched; AWS itself has (recorded: with `GET /part1`, `GET
 *   /part1/hardcoded-value` and `GET /{param+}` the last answers `GET /part1/random-value`).
 * - A resource without the asked method is passed over (recorded: with `POST /test` and `OPTIONS /{proxy+}` the latter
 *   answers `OPTIONS /test`).
 *
 * A look-up takes one step a segment, and one more for each level at which both a literal and a parameter fit.
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
    const rank = rankOf(segments);
    let node = this.root;
    for (const [index, segment] of segments.entries()) {
      const variable = parseVariable(segment);
      if (variable) names.push(variable.name);
      if (variable?.greedy) {
        addGreedy(node, index === segments.length - 1, template, { value, names, rank });
        return;
      }
      node = variable ? variableChild(node, template) : literalChild(node, segment);
    }
    if (node.leaf) throw new Error(`${template} is there twice`);
    node.leaf = { value, names, rank };
  }

  /**
   * @param path begins with `/`, without stage and query; one trailing slash does not count
   * @param serves whether a value counts: has the method that is asked for
   */
  match(path: string, serves: (value: T) => boolean = () => true): Route<T> | undefined {
    const segments = (path.length > 1 && path.endsWith('/') ? path.slice(1, -1) : path.slice(1)).split('/');
    if (path === '/' || path === '') segments.length = 0;
    const leaf = bestLeaf(this.root, segments, serves);
    if (leaf) return route(leaf, segments);
    return this.isWholeButForSlashes(segments) ? undefined : deepestGreedy(this.root, segments, serves);
  }

  /** `/admin//` must not go round `/admin`: many a backend reads the two as one. */
  private isWholeButForSlashes(segments: string[]): boolean {
    if (segments.at(-1) !== '') return false;
    const last = segments.findLastIndex((segment) => segment !== '');
    return bestLeaf(this.root, segments.slice(0, last + 1), () => true) !== undefined;
  }
}

type Serves<T> = (value: T) => boolean;

/** Fewest parameters first, then literals from the right. */
function rankOf(segments: string[]): string {
  const kinds = segments.map((segment) => (segment.startsWith('{') ? 'v' : 'l'));
  const parameters = kinds.filter((kind) => kind === 'v').length;
  return String.fromCharCode(parameters) + kinds.reverse().join('');
}

function bestLeaf<T>(node: Node<T>, segments: string[], serves: Serves<T>, index = 0): Leaf<T> | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.leaf && serves(node.leaf.value) ? node.leaf : undefined;
  const literal = node.literals.get(literalOf(segment));
  const variable = variableFor(node, segment);
  const left = literal && bestLeaf(literal, segments, serves, index + 1);
  const right = variable && bestLeaf(variable, segments, serves, index + 1);
  if (!left || !right) return left ?? right;
  return left.rank <= right.rank ? left : right;
}

/** Below a literal before below a parameter, and either before this level's own. */
function deepestGreedy<T>(
  node: Node<T>,
  segments: string[],
  serves: Serves<T>,
  index = 0,
): Route<T> | undefined {
  const segment = segments[index];
  if (segment === undefined) return undefined;
  const literal = node.literals.get(literalOf(segment));
  const variable = variableFor(node, segment);
  const deeper =
    (literal && deepestGreedy(literal, segments, serves, index + 1)) ??
    (variable && deepestGreedy(variable, segments, serves, index + 1));
  if (deeper || !node.greedy || !serves(node.greedy.value)) return deeper;
  return greedyRoute(node.greedy, segments, index);
}

/** A parameter is never empty. */
function variableFor<T>(node: Node<T>, segment: string): Node<T> | undefined {
  return segment === '' ? undefined : node.variable;
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

function greedyRoute<T>(leaf: Leaf<T>, segments: string[], from: number): Route<T> | undefined {
  const rest = segments.slice(from).join('/');
  return rest === '' ? undefined : route(leaf, [...segments.slice(0, from), rest]);
}

/** @param segments of the path; those at parameters become their values */
function route<T>({ value, names, rank }: Leaf<T>, segments: string[]): Route<T> {
  const parameters: Record<string, string> = {};
  let next = 0;
  for (const [index, segment] of segments.entries()) {
    // The rank's kinds are in reverse, behind its first letter.
    if (rank[segments.length - index] !== 'v') continue;
    parameters[names[next] ?? ''] = segment;
    next += 1;
  }
  return { value, parameters };
}

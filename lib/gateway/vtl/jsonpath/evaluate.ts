import { aggregate } from './aggregate';
import { childrenOf, indexOf, isRecord, memberOf } from './document';
import { isChosen, readOperand } from './filter';
import { isDefinite, type Segment, type Selector } from './segments';

/** What one evaluation works with: the whole document (for $ in filters) and who pays for the steps. */
export interface Search {
  root: unknown;
  spend(steps: number): void;
}

/** What a path finds below `start`: the value of a definite path (undefined: nothing), else the list of all. */
export function evaluate(segments: readonly Segment[], start: unknown, search: Search): unknown {
  const last = segments.at(-1);
  if (last?.kind === 'aggregate') {
    const args = last.args.map((arg) => readOperand(arg, start, search, evaluate));
    return aggregate(last.name, evaluate(segments.slice(0, -1), start, search), args, search);
  }
  let found: unknown[] = [start];
  segments.forEach((segment, at) => {
    found = selectAll(found, segment, at === segments.length - 1, search);
  });
  return isDefinite(segments) ? found[0] : found;
}

function selectAll(nodes: unknown[], segment: Segment, leaf: boolean, search: Search): unknown[] {
  const selected: unknown[] = [];
  for (const node of nodes) {
    const places = segment.deep ? withDescendants(node, search) : [node];
    for (const place of places) {
      // Below .. a filter asks each object once: by itself, not also as an element of its array.
      if (segment.deep && segment.kind === 'filter' && Array.isArray(place)) continue;
      for (const child of select(place, segment, leaf, search)) {
        search.spend(1);
        selected.push(child);
      }
    }
  }
  return selected;
}

/** The node and all below it in the order of the document. */
function withDescendants(start: unknown, search: Search): unknown[] {
  const places: unknown[] = [];
  const pending = [start];
  while (pending.length > 0) {
    const place = pending.pop();
    places.push(place);
    const children = childrenOf(place);
    search.spend(1 + children.length);
    for (let at = children.length - 1; at >= 0; at--) pending.push(children[at]);
  }
  return places;
}

function select(node: unknown, selector: Selector, leaf: boolean, search: Search): unknown[] {
  switch (selector.kind) {
    case 'names':
      return selectNames(node, selector.names, leaf);
    case 'indices':
      return selector.indices.map((index) => indexOf(node, index)).filter((value) => value !== undefined);
    case 'slice':
      return Array.isArray(node) ? Array.from(node.slice(selector.from, selector.to)) : [];
    case 'wildcard':
      return childrenOf(node);
    case 'filter':
      return selectFiltered(node, (child) => isChosen(child, selector.filter, search, evaluate), search);
    case 'aggregate':
      return [];
  }
}

/** Jayway: several names at a path's end give one object with those members. */
function selectNames(node: unknown, names: string[], leaf: boolean): unknown[] {
  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    const value = memberOf(node, only);
    return value === undefined ? [] : [value];
  }
  if (!isRecord(node)) return [];
  const members = names
    .map((name) => [name, memberOf(node, name)] as const)
    .filter(([, value]) => value !== undefined);
  if (!leaf) return members.map(([, value]) => value);
  return [node instanceof Map ? new Map(members) : Object.fromEntries(members)];
}

/** A filter chooses among an array's elements; on an object it asks the object itself. */
function selectFiltered(node: unknown, isWanted: (child: unknown) => boolean, search: Search): unknown[] {
  const candidates = Array.isArray(node) ? node : isRecord(node) ? [node] : [];
  search.spend(candidates.length);
  return candidates.filter(isWanted);
}

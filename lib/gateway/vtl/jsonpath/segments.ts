export class JsonPathError extends Error {}

export type Comparison =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '=~'
  | 'in'
  | 'nin'
  | 'contains'
  | 'size'
  | 'subsetof'
  | 'anyof'
  | 'noneof'
  | 'all'
  | 'empty';

export const aggregateNames = [
  'length',
  'size',
  'count',
  'min',
  'max',
  'sum',
  'avg',
  'stddev',
  'keys',
  'first',
  'last',
  'index',
  'append',
  'concat',
] as const;
export type AggregateName = (typeof aggregateNames)[number];

export type Operand =
  | { kind: 'path'; fromRoot: boolean; segments: Segment[] }
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'list'; items: Operand[] }
  | { kind: 'pattern'; source: string };

export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; filter: Filter }
  | { kind: 'exists'; operand: Operand }
  | { kind: 'compare'; operator: Comparison; left: Operand; right: Operand };

export type Selector =
  | { kind: 'names'; names: string[] }
  | { kind: 'indices'; indices: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'wildcard' }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'aggregate'; name: AggregateName; args: Operand[] };

/** One step of a path; `deep` (..) also looks into everything below. */
export type Segment = Selector & { deep: boolean };

/** True when a path can lead to one place at most, so that its answer is a value and not a list. */
export function isDefinite(segments: readonly Segment[]): boolean {
  return segments.every((segment, at) => {
    if (segment.deep) return false;
    if (segment.kind === 'names') return segment.names.length === 1 || at === segments.length - 1;
    if (segment.kind === 'indices') return segment.indices.length === 1;
    return segment.kind === 'aggregate';
  });
}

/** The names and indices of a path that goes from one place to the next; undefined for any other path. */
export function placesOf(segments: readonly Segment[]): (string | number)[] | undefined {
  const places: (string | number)[] = [];
  for (const segment of segments) {
    const place = placeOf(segment);
    if (place === undefined) return undefined;
    places.push(place);
  }
  return places;
}

function placeOf(segment: Segment): string | number | undefined {
  if (segment.deep) return undefined;
  if (segment.kind === 'names') return segment.names.length === 1 ? segment.names[0] : undefined;
  if (segment.kind !== 'indices' || segment.indices.length !== 1) return undefined;
  const [index = -1] = segment.indices;
  return index >= 0 ? index : undefined;
}

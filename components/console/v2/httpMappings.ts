/** One parameter mapping of an HTTP API: `append:header.X`, `overwrite:path`, … and the value it is given. */
export interface HttpMapping {
  operation: 'append' | 'overwrite' | 'remove';
  /** header, querystring, path or statuscode */
  place: string;
  /** empty for path and statuscode, which have none */
  name: string;
  value: string;
}

/** AWS's value of a removal: a text, for an empty one would take the mapping itself away. */
const REMOVAL = "''";

const nameless = (place: string): boolean => place === 'path' || place === 'statuscode';

export function readHttpMappings(record: Readonly<Record<string, string>>): HttpMapping[] {
  return Object.entries(record).map(([key, value]) => {
    const [operation = '', target = ''] = splitAt(key, ':');
    const [place = '', name = ''] = splitAt(target, '.');
    const known = operation === 'append' || operation === 'remove' ? operation : 'overwrite';
    return { operation: known, place, name, value: known === 'remove' ? '' : value };
  });
}

/** Rows without a name are left out; of two of one key the later counts. */
export function writeHttpMappings(rows: readonly HttpMapping[]): Record<string, string> {
  const whole = rows.filter(({ place, name }) => nameless(place) || name !== '');
  return Object.fromEntries(
    whole.map((row) => [httpMappingKey(row), row.operation === 'remove' ? REMOVAL : row.value]),
  );
}

export function httpMappingKey({ operation, place, name }: HttpMapping): string {
  return nameless(place) ? `overwrite:${place}` : `${operation}:${place}.${name}`;
}

/** Path and status code can only be overwritten. */
export const operationsOf = (place: string): HttpMapping['operation'][] =>
  nameless(place) ? ['overwrite'] : ['append', 'overwrite', 'remove'];

export const hasName = (place: string): boolean => !nameless(place);

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

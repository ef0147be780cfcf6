import type { Dialect } from '../dialect';
import type { SourceNode } from '../source/SourceNode';
import type { Reading } from './Reading';

export type BasePathMode = 'ignore' | 'prepend' | 'split';

/**
 * Parts that stand before every path (reference/operations.md section 7): none for `ignore`, all of the base
 * path for `prepend`, all but the first for `split`.
 */
export function readBasePath(reading: Reading, dialect: Dialect, mode: BasePathMode): string[] {
  if (mode === 'ignore') return [];
  const path = dialect === 'swagger' ? reading.text(reading.root.child('basePath')) : readServerPath(reading);
  const parts = (path ?? '').split('/').filter((part) => part !== '');
  return mode === 'split' ? parts.slice(1) : parts;
}

/** Server variable `basePath`, else the path in the first server's URL. */
function readServerPath(reading: Reading): string | undefined {
  const server = reading.root.child('servers') && reading.list(reading.root.child('servers'))[0];
  if (!server) return undefined;
  const fields = reading.object(server);
  const variables = reading.object(fields.get('variables'));
  const url = reading.text(fields.get('url')) ?? '';
  const basePath = defaultOf(reading, variables.get('basePath'));
  if (basePath !== undefined) return basePath;
  const filled = url.replaceAll(
    /\{([^}]*)\}/g,
    (_, name: string) => defaultOf(reading, variables.get(name)) ?? '',
  );
  return filled
    .replace(/^[A-Za-z][\w+.-]*:/, '')
    .replace(/^\/\/[^/]*/, '')
    .replace(/[?#].*$/, '');
}

const defaultOf = (reading: Reading, variable: SourceNode | undefined) =>
  variable && reading.text(reading.object(variable).get('default'));

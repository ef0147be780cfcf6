import { z } from 'zod';

/** One segment: letters, digits, `_ - . , :`; or `{name}`; or greedy `{name+}` (reference/rest-execution.md section 3). */
export const pathPart = z
  .string()
  .regex(
    /^(?:[A-Za-z0-9_\-.,:]+|\{[A-Za-z0-9_\-.]+\+?\})$/,
    "Resource's path part only allow a-zA-Z0-9._-:, or a valid greedy path variable and curly braces at the beginning and the end",
  );

export const isVariable = (part: string) => part.startsWith('{');
export const isGreedy = (part: string) => part.endsWith('+}');

/** Joins a parent's path and a part: (`/`, `pets`) -> `/pets`. */
export const joinPath = (parentPath: string, part: string) =>
  parentPath === '/' ? `/${part}` : `${parentPath}/${part}`;

/** Names of the path parameters of a resource path: `/a/{b}/{c+}` -> [`b`, `c`]. */
export const pathParameterNames = (path: string) =>
  [...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? '');

export type CompiledGlob = (value: string) => boolean;

/** A value with a wildcard at its beginning, its end or both: `*json`, `Dog-*`, `*beta*`; `*` is any value. */
export const GLOB = /^\*?[^*]*\*?$/;

/** Case-sensitive, all else literal. @param glob fits GLOB */
export function compileGlob(glob: string): CompiledGlob {
  const isOpenBefore = glob.startsWith('*');
  const isOpenAfter = glob.endsWith('*');
  const text = glob.replaceAll('*', '');
  if (isOpenBefore && isOpenAfter) return (value) => value.includes(text);
  if (isOpenBefore) return (value) => value.endsWith(text);
  if (isOpenAfter) return (value) => value.startsWith(text);
  return (value) => value === text;
}

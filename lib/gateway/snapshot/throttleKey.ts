/**
 * AWS writes a throttle's method as path and verb; the root's then begins with two slashes (`//GET`), and some
 * clients write one. Both name the same method here.
 */
export function throttleKey(pathAndVerb: string): string {
  return pathAndVerb.startsWith('//') ? pathAndVerb.slice(1) : pathAndVerb;
}

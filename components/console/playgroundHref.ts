/**
 * The address of the template playground with a template in it; the hash stays in the browser.
 * @param start what is known; the rest is as the playground's first example has it
 */
export function playgroundHref(start: {
  template: string;
  kind: 'request' | 'response';
  body?: string;
}): string {
  return `/console/playground#${new URLSearchParams(start)}`;
}

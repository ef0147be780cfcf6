/** Where a reader goes on after signing in: a page of the same portal, so that `next=` never leads elsewhere. */
export function nextPath(next: string | null, base: string): string {
  const home = base || '/';
  if (!next || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return home;
  const [path = ''] = next.split(/[?#]/);
  // A dot segment would lead out of the portal after all.
  if (path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part))) return home;
  return path === base || path.startsWith(`${base}/`) ? next : home;
}

/** Where to go after signing in: a path on this site only, so that `next=` never leads elsewhere. */
export function localPath(next: string | undefined, fallback: string): string {
  return next && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : fallback;
}

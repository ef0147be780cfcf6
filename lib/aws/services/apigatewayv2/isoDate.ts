/** A time as V2 writes times: ISO 8601, whole seconds. @param ms since the epoch */
export function isoDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`;
}

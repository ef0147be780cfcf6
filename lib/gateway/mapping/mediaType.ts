/** The media type of a Content-Type or the first entry of an Accept, without parameters; AWS's default is JSON. */
export function mediaType(value: string | undefined): string {
  const first = value?.split(',', 1)[0]?.split(';', 1)[0]?.trim().toLowerCase();
  return first || 'application/json';
}

type Responses = Record<
  string,
  {
    responseParameters: Record<string, unknown>;
    responseTemplates?: Record<string, unknown>;
    responseModels?: Record<string, unknown>;
  }
>;

/** Whether a form of responses by status code has a place for an error of this field. */
export function responseShows(prefix: string, responses: Responses): (field: string) => boolean {
  return (field) =>
    Object.entries(responses).some(([code, response]) => {
      const place = `${prefix}.${code}`;
      if (field === place) return true;
      if (!field.startsWith(`${place}.`)) return false;
      return hasPlace(field.slice(place.length + 1), response);
    });
}

function hasPlace(
  member: string,
  { responseParameters, responseTemplates = {}, responseModels = {} }: Responses[string],
): boolean {
  const [name = '', ...key] = member.split('.');
  const entry = key.join('.');
  if (name === 'responseParameters') return Object.hasOwn(responseParameters, entry);
  if (name === 'responseTemplates') return Object.hasOwn(responseTemplates, entry);
  if (name === 'responseModels') return Object.hasOwn(responseModels, entry);
  return name === 'statusCode' || name === 'selectionPattern' || name === 'contentHandling';
}

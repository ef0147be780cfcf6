/** Where a REQUEST authorizer finds who calls, in AWS's order; AWS allows no path parameter here. */
export const sourceLocations = [
  { value: 'header', label: 'Header', prefix: 'method.request.header.' },
  { value: 'querystring', label: 'Query string', prefix: 'method.request.querystring.' },
  { value: 'stageVariables', label: 'Stage variable', prefix: 'stageVariables.' },
  { value: 'context', label: 'Context', prefix: 'context.' },
] as const;
type SourceLocation = (typeof sourceLocations)[number]['value'];

export interface IdentitySource {
  location: SourceLocation;
  name: string;
}

/** `method.request.header.X, context.Y` as its parts; what is none of them reads as a header of that name. */
export const readIdentitySources = (text = ''): IdentitySource[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readOne);

function readOne(text: string): IdentitySource {
  const found = sourceLocations.find(({ prefix }) => text.startsWith(prefix));
  return found
    ? { location: found.value, name: text.slice(found.prefix.length) }
    : { location: 'header', name: text };
}

/** The expression of one source, as AWS keeps it. */
export const sourceExpression = ({ location, name }: IdentitySource): string =>
  `${sourceLocations.find(({ value }) => value === location)?.prefix ?? ''}${name.trim()}`;

/** The comma list that the operation takes; sources without a name are left out. */
export const identitySourceOf = (sources: readonly IdentitySource[]): string =>
  sources
    .filter(({ name }) => name.trim() !== '')
    .map(sourceExpression)
    .join(', ');

/** `header Authorization`, for a list. */
export const sourceWords = ({ location, name }: IdentitySource): string =>
  `${sourceLocations.find(({ value }) => value === location)?.label.toLowerCase()} ${name}`;

/** A host that a name answers for: of a wildcard one of those below it. */
export const hostOf = (domainName: string) => domainName.replace(/^\*\./, 'anything.');

/** A curl line that says which name it asks for, wherever it is sent. */
export const callWithHost = (line: string, host: string) =>
  line.replace(/^curl /, `curl -H 'Host: ${host}' \\\n  `);

/** `version 3`, `$LATEST` */
export const versionWords = (version: string): string =>
  version === '$LATEST' ? version : `version ${version}`;

/** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{VERB}/{path}` */
export interface MethodArnParts {
  region: string;
  accountId: string;
  restApiId: string;
  stageName: string;
  httpMethod: string;
  /** template of the matched resource */
  resourcePath: string;
  /** as they stood in the URL */
  pathParameters: Readonly<Record<string, string>>;
}

/**
 * What policies are asked about. The path is put together from the resource that matched: its literals as they are
 * defined, and the caller's values with every letter that needs no encoding decoded (RFC 3986 6.2.2.2), so that a
 * path in another spelling is not another path to a policy.
 */
export function methodArn(parts: MethodArnParts): string {
  const { region, accountId, restApiId, stageName, httpMethod } = parts;
  return `arn:aws:execute-api:${region}:${accountId}:${restApiId}/${stageName}/${httpMethod}${pathOf(parts)}`;
}

function pathOf({ resourcePath, pathParameters }: MethodArnParts): string {
  return resourcePath.replace(/\{([^{}+]+)\+?\}/g, (whole, name: string) =>
    Object.hasOwn(pathParameters, name) ? decodeUnreserved(pathParameters[name] ?? '') : whole,
  );
}

function decodeUnreserved(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : code.toUpperCase();
  });
}

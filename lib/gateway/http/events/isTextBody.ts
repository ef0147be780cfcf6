const TEXT = /^(text\/.*|application\/(json|javascript|xml))$/;

/**
 * Whether a body goes to a function as text; any other is base64. There is no setting for it (reference section 4, from
 * memory). What is compressed is no text, whatever its type.
 */
export function isTextBody(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  if (contentEncoding !== undefined && contentEncoding.trim().toLowerCase() !== 'identity') return false;
  return TEXT.test(contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '');
}

/** `body` and `isBase64Encoded` of an event; undefined where there is no body. */
export function encodedBody(
  request: { header(name: string): string | undefined },
  body: Buffer,
): { body: string | undefined; isBase64Encoded: boolean } {
  if (body.length === 0) return { body: undefined, isBase64Encoded: false };
  const isText = isTextBody(request.header('content-type'), request.header('content-encoding'));
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** The part of swagger-client's request that is looked at here. */
interface SwaggerRequest {
  [member: string]: unknown;
}

/** Sends a call that swagger-ui made for the API's own address to the portal's try-it instead. */
export function tryItRequest<Request extends SwaggerRequest>(
  request: Request,
  target: { tryItPath: string; invokeUrl: string },
  keyId: string,
): Request {
  const { url, headers } = request;
  if (typeof url !== 'string' || !url.startsWith(target.invokeUrl)) return request;
  return {
    ...request,
    url: `${window.location.origin}${target.tryItPath}${url.slice(target.invokeUrl.length)}`,
    headers: {
      ...(typeof headers === 'object' ? headers : {}),
      ...(keyId ? { 'x-gatehouse-api-key-id': keyId } : {}),
    },
  };
}

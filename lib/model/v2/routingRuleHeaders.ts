/** What AWS takes for no condition: the connection's own, what proxies add, and what says who calls. */
const refused: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-location',
  'forwarded',
  'keep-alive',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-apigw-api-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-restapi',
]);
const refusedBeginnings = ['access-control-', 'apigw-', 'x-amz-', 'x-amzn-'];

/**
 * Whether a routing rule may look at a header
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html#rest-api-routing-rules-restrictions).
 */
export function isUsableHeader(name: string): boolean {
  const header = name.toLowerCase();
  return !refused.has(header) && !refusedBeginnings.some((beginning) => header.startsWith(beginning));
}

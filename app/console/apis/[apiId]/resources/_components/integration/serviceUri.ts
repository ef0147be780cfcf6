/** What the URI of an AWS service says; parts that are not typed yet are empty. */
export interface ServiceUri {
  region: string;
  /** `sqs`; with a bucket as its host `bucket.s3` */
  service: string;
  kind: 'path' | 'action';
  /** a path without its first slash, or an action's name */
  rest: string;
}

const FORM = /^arn:aws[\w-]*:apigateway:([^:]*):([^:]*):(path|action)\/(.*)$/s;

/** Undefined for what is no such URI. */
export function readServiceUri(uri: string): ServiceUri | undefined {
  const [, region, service, kind, rest] = FORM.exec(uri) ?? [];
  if (region === undefined || service === undefined || rest === undefined) return undefined;
  return { region, service, kind: kind === 'action' ? 'action' : 'path', rest };
}

/** (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri) */
export const serviceUri = ({ region, service, kind, rest }: ServiceUri): string =>
  `arn:aws:apigateway:${region}:${service}:${kind}/${rest}`;

/** `sqs SendMessage`, `s3 {bucket}/{key}` */
export function serviceWords(uri: string): string {
  const read = readServiceUri(uri);
  return read ? `${read.service} ${read.rest}`.trim() : uri;
}

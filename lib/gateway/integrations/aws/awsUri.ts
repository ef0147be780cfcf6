import { compileUri, type UriBuilder } from '../../mapping/compileUri';

/** What `arn:aws:apigateway:{region}:{service}:{path|action}/{rest}` says. */
export interface AwsUri {
  region: string;
  /** `sqs`, `dynamodb`; of `subdomain.service` the service */
  service: string;
  /** of `s3` with a bucket as its host: `bucket.s3` */
  subdomain: string | undefined;
  /** `/...` of a path; an action's is `/` */
  path: UriBuilder;
  /** of `action/Name&Version=...` the name */
  action: UriBuilder | undefined;
}

const FORM = /^arn:aws[\w-]*:apigateway:([\w-]+|\$\{[^}]*\}):(?:([\w-]+)\.)?([\w-]+):(path|action)\/(.*)$/s;

/**
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri)
 * @throws Error when it is none
 */
export function compileAwsUri(uri: string): AwsUri {
  const [, region, subdomain, service, kind, rest = ''] = FORM.exec(uri) ?? [];
  if (!region || !service) throw new Error(`${uri} is no URI of an AWS service`);
  const isAction = kind === 'action';
  return {
    region,
    service,
    subdomain,
    path: compileUri(isAction ? '/' : `/${rest.replace(/^\/+/, '')}`),
    action: isAction ? compileUri(rest) : undefined,
  };
}

import { invocationUri, invokedArn } from '@/components/console/functionUri';
import type { Integration } from '@/lib/model/integration';

/** What AWS's console lets one choose: its AWS type is two, by what it calls. */
export const integrationKinds = ['LAMBDA_PROXY', 'LAMBDA', 'HTTP_PROXY', 'HTTP', 'AWS', 'MOCK'] as const;
export type IntegrationKind = (typeof integrationKinds)[number];

const words: Record<IntegrationKind, string> = {
  LAMBDA_PROXY: 'Lambda proxy: a function gets the call as it is (AWS_PROXY)',
  LAMBDA: 'Lambda: mappings and templates apply (AWS)',
  HTTP_PROXY: 'HTTP proxy: both ways as it is (HTTP_PROXY)',
  HTTP: 'HTTP: mappings and templates apply (HTTP)',
  AWS: 'AWS service: its API, signed (AWS)',
  MOCK: 'Mock: answered here, no backend (MOCK)',
};
export const kindOptions = integrationKinds.map((value) => ({ value, label: words[value] }));

type Called = Pick<Integration, 'type'> & { uri?: string | undefined };

export function kindOf({ type, uri = '' }: Called): IntegrationKind {
  if (type === 'AWS_PROXY') return 'LAMBDA_PROXY';
  return type === 'AWS' && invokedArn(uri) !== undefined ? 'LAMBDA' : type;
}

export const typeOfKind = (kind: IntegrationKind): Integration['type'] => {
  if (kind === 'LAMBDA_PROXY') return 'AWS_PROXY';
  return kind === 'LAMBDA' ? 'AWS' : kind;
};

export const isFunctionKind = (kind: IntegrationKind): boolean =>
  kind === 'LAMBDA' || kind === 'LAMBDA_PROXY';
/** Whether the caller gets what the backend answers, without integration responses. */
export const isProxyType = (type: Integration['type']): boolean =>
  type === 'HTTP_PROXY' || type === 'AWS_PROXY';

/** `Lambda proxy: hello` is said in the diagram, `LAMBDA_PROXY` nowhere. */
export const kindTitles: Record<IntegrationKind, string> = {
  LAMBDA_PROXY: 'Lambda proxy',
  LAMBDA: 'Lambda',
  HTTP_PROXY: 'HTTP_PROXY',
  HTTP: 'HTTP',
  AWS: 'AWS service',
  MOCK: 'Mock',
};

/** The URI that a kind begins with when the one there is is none of its own. */
export function uriForKind(kind: IntegrationKind, uri: string, place: FirstPlace): string {
  const arn = invokedArn(uri);
  if (isFunctionKind(kind)) return invocationUri(arn || place.functionArn || '');
  if (kind === 'AWS')
    return arn === undefined && uri.startsWith('arn:') ? uri : `arn:aws:apigateway:${place.region}:sqs:path/`;
  return uri.startsWith('arn:') ? '' : uri;
}

/** Where new URIs point. */
export interface FirstPlace {
  region: string;
  /** of the first function; absent where there is none */
  functionArn?: string | undefined;
}

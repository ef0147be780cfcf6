import type { ResponseType } from '../GatewayError';
import { isToken } from '../mapping/compileRequestParameters';
import { headerValue } from '../mapping/headerValue';
import { mediaType } from '../mapping/mediaType';
import type { GatewayResponseDocument } from '../snapshot/types';
import {
  compileHeaderSource,
  compileSubstitution,
  type Reader,
  type ResponseInput,
} from './compileSubstitution';
import { gatewayResponses } from './gatewayResponses';

/** What an API says instead of the built-in answer; what it leaves open is the built-in's. */
export interface CustomResponse {
  status: number | undefined;
  /** headers with the values that they have for this call */
  headers(input: ResponseInput): [name: string, value: string][];
  /** the template for the caller's Accept; undefined: the built-in body */
  template(accept: string | undefined): ResponseTemplate | undefined;
}

export interface ResponseTemplate {
  contentType: string;
  render(input: ResponseInput): string;
}

export type GatewayResponses = (type: ResponseType) => CustomResponse | undefined;

/** AWS answers these before it knows the API's responses, or in spite of them. */
const FIXED: ReadonlySet<ResponseType> = new Set(['FORBIDDEN', 'REQUEST_TOO_LARGE', 'REQUEST_URI_TOO_LONG']);

/**
 * An API's gateway responses, ready to use. A type without an entry of its own takes that of DEFAULT_4XX or
 * DEFAULT_5XX, status and all
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html).
 * @throws Error naming the entry and what is wrong with it
 */
export function compileGatewayResponses(
  documents: readonly GatewayResponseDocument[] = [],
): GatewayResponses {
  const custom = new Map<ResponseType, CustomResponse>(
    documents.map((document) => [document.responseType, compileOne(document)]),
  );
  if (custom.size === 0) return () => undefined;
  return (type) => (FIXED.has(type) ? undefined : (custom.get(type) ?? custom.get(defaultOf(type))));
}

function defaultOf(type: ResponseType): ResponseType {
  return gatewayResponses[type].status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
}

function compileOne(document: GatewayResponseDocument): CustomResponse {
  const { responseType, statusCode, responseParameters, responseTemplates } = document;
  const sources = Object.entries(responseParameters).map(([key, source]) =>
    compileHeader(responseType, key, source),
  );
  return {
    status: statusCode === undefined ? undefined : Number(statusCode),
    headers: (input) => sources.flatMap(({ name, read }) => headerOf(name, read(input))),
    template: compileTemplates(responseTemplates),
  };
}

function compileHeader(type: string, key: string, source: string): { name: string; read: Reader } {
  const name = /^gatewayresponse\.header\.(.+)$/s.exec(key)?.[1];
  if (name === undefined || !isToken(name)) throw new Error(`${type}: invalid response parameter ${key}`);
  try {
    return { name, read: compileHeaderSource(source) };
  } catch (error) {
    throw new Error(`${type}: ${key}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A value that would break out of its header is left out, as one that is not there. */
function headerOf(name: string, value: string | undefined): [string, string][] {
  const safe = value === undefined ? undefined : headerValue(value);
  return safe === undefined ? [] : [[name, safe]];
}

/** By the first entry of Accept, else application/json, else the first: as for integration responses. */
function compileTemplates(sources: Record<string, string>): CustomResponse['template'] {
  const templates = new Map<string, ResponseTemplate>();
  for (const [contentType, source] of Object.entries(sources))
    templates.set(contentType.toLowerCase(), { contentType, render: compileSubstitution(source) });
  const [first] = templates.values();
  const fallback = templates.get('application/json') ?? first;
  return (accept) => templates.get(mediaType(accept)) ?? fallback;
}

import type { FieldError } from '@/lib/model/ControlError';
import type { IntegrationState } from './integrationPart';

/** Headers that AWS lets no mapping touch (reference/http-apis.md section 7). */
const reserved = new Set(
  'authorization connection content-encoding content-length content-location forwarded keep-alive origin proxy-authenticate proxy-authorization te trailers transfer-encoding upgrade x-forwarded-for x-forwarded-host x-forwarded-proto via'.split(
    ' ',
  ),
);
const reservedPrefix = /^(access-control-|apigw-|x-amz-|x-amzn-)/;

const REQUEST_KEY = /^(?:(?:append|overwrite|remove):(?:header\.(\S+)|querystring\.\S+)|overwrite:path)$/;
const RESPONSE_KEY = /^(?:(?:append|overwrite|remove):header\.(\S+)|overwrite:statuscode)$/;

/** What is wrong with the parameter mappings of an integration that is no service's action. */
export function httpMappingFaults(integration: IntegrationState): FieldError[] {
  const { requestParameters = {}, responseParameters = {}, integrationSubtype } = integration;
  const request = integrationSubtype
    ? []
    : Object.keys(requestParameters).flatMap((key) => keyFaults('requestParameters', key, REQUEST_KEY));
  const response = Object.entries(responseParameters).flatMap(([status, mappings]) => [
    ...statusFaults(status),
    ...Object.keys(mappings).flatMap((key) => keyFaults(`responseParameters.${status}`, key, RESPONSE_KEY)),
  ]);
  return [...request, ...response];
}

function statusFaults(status: string): FieldError[] {
  if (/^[2-5]\d\d$/.test(status)) return [];
  return [{ field: 'responseParameters', message: `Invalid response status code specified: ${status}` }];
}

function keyFaults(field: string, key: string, form: RegExp): FieldError[] {
  const match = form.exec(key);
  const header = match?.[1]?.toLowerCase();
  if (!match)
    return [{ field: `${field}.${key}`, message: `Invalid mapping expression parameter specified: ${key}` }];
  if (header === undefined || !(reserved.has(header) || reservedPrefix.test(header))) return [];
  return [{ field: `${field}.${key}`, message: `Operations on header ${header} are restricted` }];
}

import { compileValue } from '@gatehouse/gateway/snapshot';
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

type Side = Parameters<typeof compileValue>[1];

/** What is wrong with an integration's parameter mappings, and with the parameters of a service's action. */
export function httpMappingFaults(integration: IntegrationState): FieldError[] {
  const { requestParameters = {}, responseParameters = {}, integrationSubtype } = integration;
  const request = Object.entries(requestParameters).flatMap(([key, value]) => [
    ...(integrationSubtype ? [] : keyFaults('requestParameters', key, REQUEST_KEY)),
    ...valueFaults('requestParameters', key, value, 'request'),
  ]);
  const response = Object.entries(responseParameters).flatMap(([status, mappings]) => [
    ...statusFaults(status),
    ...Object.entries(mappings).flatMap(([key, value]) => [
      ...keyFaults(`responseParameters.${status}`, key, RESPONSE_KEY),
      ...valueFaults(`responseParameters.${status}`, key, value, 'response'),
    ]),
  ]);
  return [...request, ...response];
}

/** By the engine's own reading: what it would not run is told now, and not when it is deployed. */
function valueFaults(field: string, key: string, value: string, side: Side): FieldError[] {
  if (key.startsWith('remove:')) return [];
  try {
    compileValue(value, side);
    return [];
  } catch {
    return [{ field: `${field}.${key}`, message: `Invalid mapping expression specified: ${value}` }];
  }
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

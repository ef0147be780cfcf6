import { type RouteResponse, type RouteResponseInput, routeResponseInput } from '@/lib/model/v2/route';
import type { ApiPart } from './ApiPart';
import { fault } from './refuse';

export const routeResponsePart: ApiPart<RouteResponse, RouteResponseInput, RouteResponseInput> & {
  parentKind: 'route';
} = {
  kind: 'routeResponse',
  name: 'RouteResponse',
  parentKind: 'route',
  schema: routeResponseInput,
  keyOf: ({ routeResponseKey }) => routeResponseKey,
  taken: ({ routeResponseKey }) =>
    `Route response with key ${routeResponseKey} already exists for this route`,
  complete({ api }, input) {
    if (api.protocolType === 'HTTP')
      throw fault('', 'Route responses are not currently supported for HTTP protocol.');
    if (input.routeResponseKey !== '$default')
      throw fault('routeResponseKey', 'Route response key must be $default');
    return input;
  },
  toItem: (routeResponseId, settings) => ({ ...settings, routeResponseId }),
};

import { type Api, apiInput, apiUpdate } from '@/lib/model/v2/api';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { paged } from './paged';

const apiId = 'apiId';

export const apis: Runs = {
  CreateApi: async (call) => {
    const members = await bodyOf(call, apiInput);
    return apiShape(await call.door.control.apis.create(call.actor, members));
  },
  GetApis: async (call) => {
    const all = await call.door.control.apis.list(call.actor);
    return paged(call, all, (api) => api.apiId, apiShape);
  },
  GetApi: async (call) => apiShape(await call.door.control.apis.get(call.actor, label(call, apiId))),
  UpdateApi: async (call) => {
    const members = await bodyOf(call, apiUpdate);
    return apiShape(await call.door.control.apis.update(call.actor, label(call, apiId), members));
  },
  DeleteApi: (call) => call.door.control.apis.delete(call.actor, label(call, apiId)),
  DeleteCorsConfiguration: (call) =>
    call.door.control.apis.deleteCorsConfiguration(call.actor, label(call, apiId)),
};

export function apiShape({ createdDate, ...api }: Api) {
  return { ...api, createdDate: isoDate(createdDate) };
}

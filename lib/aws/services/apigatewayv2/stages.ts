import { type Stage, stageInput, stageSettings } from '@/lib/model/v2/stage';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { paged } from './paged';

const address = (call: OperationCall) => [label(call, 'apiId'), label(call, 'stageName')] as const;

export const stages: Runs = {
  CreateStage: async (call) => {
    const input = await bodyOf(call, stageInput);
    return shape(await call.door.control.apis.stages.create(call.actor, label(call, 'apiId'), input));
  },
  GetStages: async (call) => {
    const all = await call.door.control.apis.stages.list(call.actor, label(call, 'apiId'));
    return paged(call, all, ({ stageName }) => stageName, shape);
  },
  GetStage: async (call) => shape(await call.door.control.apis.stages.get(call.actor, ...address(call))),
  UpdateStage: async (call) => {
    const input = await bodyOf(call, stageSettings.partial());
    return shape(await call.door.control.apis.stages.update(call.actor, ...address(call), input));
  },
  DeleteStage: (call) => call.door.control.apis.stages.delete(call.actor, ...address(call)),
  DeleteAccessLogSettings: (call) =>
    call.door.control.apis.stages.deleteAccessLogSettings(call.actor, ...address(call)),
  DeleteRouteSettings: (call) =>
    call.door.control.apis.stages.deleteRouteSettings(call.actor, ...address(call), label(call, 'routeKey')),
  ResetAuthorizersCache: (call) =>
    call.door.control.apis.stages.resetAuthorizersCache(call.actor, ...address(call)),
};

function shape({ createdDate, lastUpdatedDate, ...stage }: Stage) {
  return { ...stage, createdDate: isoDate(createdDate), lastUpdatedDate: isoDate(lastUpdatedDate) };
}

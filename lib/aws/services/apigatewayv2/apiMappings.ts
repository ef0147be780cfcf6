import { apiMappingInput } from '@/lib/model/v2/apiMapping';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { paged } from './paged';

const nameOf = (call: OperationCall) => label(call, 'domainName');
const address = (call: OperationCall) => [nameOf(call), label(call, 'apiMappingId')] as const;

/** Where calls of a custom domain name lead, by the beginning of their path. */
export const apiMappings: Runs = {
  CreateApiMapping: async (call) => {
    const input = await bodyOf(call, apiMappingInput);
    return call.door.control.domainNames.apiMappings.create(call.actor, nameOf(call), input);
  },
  GetApiMappings: async (call) => {
    const all = await call.door.control.domainNames.apiMappings.list(call.actor, nameOf(call));
    return paged(
      call,
      all,
      ({ apiMappingId }) => apiMappingId,
      (mapping) => mapping,
    );
  },
  GetApiMapping: (call) => call.door.control.domainNames.apiMappings.get(call.actor, ...address(call)),
  UpdateApiMapping: async (call) => {
    const input = await bodyOf(call, apiMappingInput.partial());
    return call.door.control.domainNames.apiMappings.update(call.actor, ...address(call), input);
  },
  DeleteApiMapping: (call) => call.door.control.domainNames.apiMappings.delete(call.actor, ...address(call)),
};

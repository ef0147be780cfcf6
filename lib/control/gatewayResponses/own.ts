import { ControlError } from '@/lib/model/ControlError';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readGatewayResponses } from './gatewayResponseRow';
import { gatewayResponseStates } from './gatewayResponseStates';

/**
 * What is kept of a type, without what it is built with: its own, or what it inherits while it has none. A change of
 * one member begins with it, so that what is built in stays built in.
 */
export const ownGatewayResponse = read(
  { name: 'GetGatewayResponse', permission: 'viewer' },
  async (call, restApiId: string, type: string) => {
    await findRestApi(call, restApiId);
    const kept = await readGatewayResponses(call.db, restApiId);
    const state = gatewayResponseStates(kept).find(({ responseType }) => responseType === type);
    if (!state) throw new ControlError('NotFoundException', 'Gateway response type not defined on api');
    const from = state.defaultResponse ? state.inheritedFrom : type;
    const none = { responseParameters: {}, responseTemplates: {} };
    const { responseType: _type, ...members } = kept.find((one) => one.responseType === from) ?? {
      responseType: type,
      ...none,
    };
    return members;
  },
);

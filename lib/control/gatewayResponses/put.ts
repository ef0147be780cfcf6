import { z } from 'zod';
import {
  type GatewayResponseInput,
  gatewayResponseInput,
  gatewayResponseTypes,
} from '@/lib/model/gatewayResponse';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { readGatewayResponses, saveGatewayResponse } from './gatewayResponseRow';
import { gatewayResponseStates } from './gatewayResponseStates';
import { refuseGatewayResponse } from './refuseGatewayResponse';

const address = z.object({
  responseType: z.enum(
    gatewayResponseTypes,
    `Use one of the gateway response types: ${gatewayResponseTypes.join(', ')}`,
  ),
});

/** Replaces what an API says of one type; what is left out stays the type's own. */
export const putGatewayResponse = write(
  { name: 'PutGatewayResponse', permission: 'editor' },
  async (call, restApiId: string, type: string, input: GatewayResponseInput) => {
    const { responseType } = parse(address, { responseType: type });
    const response = { responseType, ...parse(gatewayResponseInput, input) };
    const wrong = refuseGatewayResponse(response);
    if (wrong.length > 0) throw badRequest(...wrong);
    await lockRestApi(call, restApiId);
    await saveGatewayResponse(call.db, restApiId, response);
    call.audit(restApiId, { gatewayResponse: responseType });
    const states = gatewayResponseStates(await readGatewayResponses(call.db, restApiId));
    const state = states.find((one) => one.responseType === responseType);
    if (!state) throw new Error(`No gateway response ${responseType}`);
    return state;
  },
);

import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readGatewayResponses } from './gatewayResponseRow';
import { gatewayResponseStates } from './gatewayResponseStates';

export const listGatewayResponses = read(
  { name: 'GetGatewayResponses', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return gatewayResponseStates(await readGatewayResponses(call.db, restApiId));
  },
);

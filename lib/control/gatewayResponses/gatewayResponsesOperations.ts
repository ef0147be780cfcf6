import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { deleteGatewayResponse } from './delete';
import { enableGatewayResponseCors } from './enableCors';
import { listGatewayResponses } from './list';
import { ownGatewayResponse } from './own';
import { putGatewayResponse } from './put';

export function gatewayResponsesOperations(context: ControlContext): Control['gatewayResponses'] {
  return {
    list: listGatewayResponses(context),
    own: ownGatewayResponse(context),
    put: putGatewayResponse(context),
    delete: deleteGatewayResponse(context),
    enableCors: enableGatewayResponseCors(context),
  };
}

import { and, eq } from 'drizzle-orm';
import { gatewayResponses } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { GatewayResponseType } from '@/lib/model/gatewayResponse';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';

/** Back to what the type inherits or is built with. */
export const deleteGatewayResponse = write(
  { name: 'DeleteGatewayResponse', permission: 'editor' },
  async (call, restApiId: string, responseType: string) => {
    await lockRestApi(call, restApiId);
    const { restApiId: api, responseType: type } = gatewayResponses;
    const gone = await call.db
      .delete(gatewayResponses)
      .where(and(eq(api, restApiId), eq(type, responseType as GatewayResponseType)))
      .returning({ type });
    if (gone.length === 0)
      throw new ControlError('NotFoundException', 'Gateway response type not defined on api');
    call.audit(restApiId, { gatewayResponse: responseType });
  },
);

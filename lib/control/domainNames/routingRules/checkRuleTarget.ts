import { eq } from 'drizzle-orm';
import { apis } from '@/db/schema';
import type { WriteCall } from '../../ControlContext';
import { badRequest } from '../../parse';
import { checkRestStage } from '../checkMappingTarget';

const fields = { restApiId: 'actions.0.invokeApi.apiId', stage: 'actions.0.invokeApi.stage' };

/**
 * That a rule leads to a stage of a REST API: AWS has routing rules for no other kind
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html).
 * @throws ControlError BadRequestException
 */
export async function checkRuleTarget(
  call: WriteCall,
  target: { restApiId: string; stage: string },
): Promise<void> {
  if ((await call.db.$count(apis, eq(apis.apiId, target.restApiId))) > 0)
    throw badRequest({
      field: fields.restApiId,
      message: 'Routing rules lead to REST APIs only; API mappings lead to HTTP and WebSocket APIs',
    });
  await checkRestStage(call, target, fields);
}

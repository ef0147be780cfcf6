import { z } from 'zod';
import type { GatewayResponse, GatewayResponseType } from '@/lib/model/gatewayResponse';
import { corsOrigin, corsValue } from '../corsValue';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { readGatewayResponses, saveGatewayResponse } from './gatewayResponseRow';
import { gatewayResponseStates } from './gatewayResponseStates';

const corsInput = z.object({ allowOrigin: corsOrigin, allowHeaders: corsValue });

/**
 * Lets a browser's script read the gateway's own errors: without these headers it is told of a CORS failure and of
 * nothing else. On the two types that the others inherit from, and on those that have a word of their own.
 */
export const enableGatewayResponseCors = write(
  { name: 'EnableGatewayResponseCors', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof corsInput>) => {
    const { allowOrigin, allowHeaders } = parse(corsInput, unparsed);
    await lockRestApi(call, restApiId);
    const before = new Map(
      (await readGatewayResponses(call.db, restApiId)).map((response) => [response.responseType, response]),
    );
    const headers = {
      'Access-Control-Allow-Origin': `'${allowOrigin}'`,
      ...(allowHeaders && { 'Access-Control-Allow-Headers': `'${allowHeaders}'` }),
    };
    const types = new Set<GatewayResponseType>(['DEFAULT_4XX', 'DEFAULT_5XX', ...before.keys()]);
    for (const responseType of types) {
      const { responseParameters = {}, ...rest } = before.get(responseType) ?? {};
      const next = { responseTemplates: {}, ...rest, responseType };
      const parameters = withHeaders(responseParameters, headers);
      await saveGatewayResponse(call.db, restApiId, { ...next, responseParameters: parameters });
    }
    call.audit(restApiId, { gatewayResponses: [...types], allowOrigin });
    return gatewayResponseStates(await readGatewayResponses(call.db, restApiId));
  },
);

/** Header names are the same in any case. */
function withHeaders(
  parameters: GatewayResponse['responseParameters'],
  headers: Record<string, string>,
): GatewayResponse['responseParameters'] {
  const added = Object.entries(headers).map(([name, value]) => [`gatewayresponse.header.${name}`, value]);
  const names = new Set(added.map(([key = '']) => key.toLowerCase()));
  const others = Object.entries(parameters).filter(([key]) => !names.has(key.toLowerCase()));
  return Object.fromEntries([...others, ...added]);
}

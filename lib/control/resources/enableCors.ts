import { z } from 'zod';
import { corsPreflight, withCorsOrigin } from '@/lib/model/corsMethod';
import { httpMethods } from '@/lib/model/httpMethod';
import { corsOrigin, corsValue } from '../corsValue';
import { saveMethod } from '../methods/findMethod';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findResource } from './checkPlace';
import { readResource } from './readResource';

const corsInput = z.object({
  allowOrigin: corsOrigin,
  allowHeaders: corsValue,
  allowMethods: z.array(z.enum(httpMethods).exclude(['ANY'])).min(1, 'Choose at least one method'),
});

export const enableCors = write(
  { name: 'EnableCors', permission: 'editor' },
  async (
    call,
    restApiId: string,
    resourceId: string,
    input: { allowOrigin: string; allowHeaders: string; allowMethods: string[] },
  ) => {
    const headers = parse(corsInput, input);
    await lockRestApi(call, restApiId);
    const row = await findResource(call.db, restApiId, resourceId);
    const { resourceMethods } = await readResource(call.db, restApiId, resourceId);
    await saveMethod(call, row, corsPreflight(headers));
    for (const method of Object.values(resourceMethods)) {
      const next = withCorsOrigin(method, headers.allowOrigin);
      if (method.httpMethod !== 'OPTIONS' && next !== method) await saveMethod(call, row, next);
    }
    return readResource(call.db, restApiId, resourceId);
  },
);

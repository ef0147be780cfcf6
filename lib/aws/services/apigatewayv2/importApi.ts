import { z } from 'zod';
import { given } from '../apigateway/given';
import { flag } from '../apigateway/inputOf';
import type { Runs } from '../apigateway/Runs';
import { apiShape } from './apis';
import { bodyOf, label, queryMembers } from './inputOf';

/** OpenAPI 3 as JSON or YAML text, in a member of its own: V1's body is the document itself. */
const document = z.object({ body: z.string() });
const how = z.object({
  basepath: z.enum(['ignore', 'prepend', 'split']).optional(),
  failOnWarnings: flag.optional(),
});

export const importApi: Runs = {
  ImportApi: async (call) => {
    const input = { ...(await bodyOf(call, document)), ...given(queryMembers(call, how)) };
    return apiShape(await call.door.control.apis.import(call.actor, input));
  },
  ReimportApi: async (call) => {
    const into = { apiId: label(call, 'apiId'), ...given(queryMembers(call, how)) };
    const input = { ...(await bodyOf(call, document)), ...into };
    return apiShape(await call.door.control.apis.import(call.actor, input));
  },
};

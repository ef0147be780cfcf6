import { z } from 'zod';
import { integrationResponse } from '@/lib/model/integration';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { noIntegration } from './deleteIntegration';
import { lockMethod, type MethodAddress, saveMethod } from './findMethod';
import { refuseIntegration } from './refuseIntegration';

const input = z.object({ integrationResponses: z.record(z.string(), integrationResponse) });

/** Replaces all integration responses; each status code must be one of the method's responses. */
export const putIntegrationResponses = write(
  { name: 'PutIntegrationResponse', permission: 'editor' },
  async (call, ...[restApiId, resourceId, verb, responses]: [...MethodAddress, responses: unknown]) => {
    const { integrationResponses } = parse(input, { integrationResponses: responses });
    const { method, resource } = await lockMethod(call, restApiId, resourceId, verb);
    if (!method.methodIntegration) throw noIntegration();
    const next = { ...method, methodIntegration: { ...method.methodIntegration, integrationResponses } };
    const wrong = refuseIntegration(next);
    if (wrong.length > 0) throw badRequest(...wrong);
    return saveMethod(call, resource, next);
  },
);

import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { methods, models, requestValidators } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import { httpMethod } from '@/lib/model/httpMethod';
import { type Method, type MethodInput, methodInput } from '@/lib/model/method';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { findResource } from '../resources/checkPlace';
import { lockRestApi } from '../restApis/lockRestApi';
import { refuseAuthorizer, withAuthorizer } from './authorizerOfMethod';
import { at, saveMethod } from './findMethod';
import { keepDeclared } from './keepDeclared';
import { toMethod } from './methodRow';
import { refuseMappings } from './refuseMappings';

type Parsed = z.output<typeof methodInput>;
const address = z.object({ httpMethod });

/** Creates the method, or replaces its request side: integration, responses and prose stay. */
export const putMethod = write(
  { name: 'PutMethod', permission: 'editor' },
  async (call, restApiId: string, resourceId: string, verb: string, input: MethodInput) => {
    // AWS looks for the resource before it judges the rest, and before the API, as recorded.
    await findResource(call.db, restApiId, resourceId);
    await lockRestApi(call, restApiId);
    const resource = await findResource(call.db, restApiId, resourceId);
    const { httpMethod: method } = parse(address, { httpMethod: verb });
    const members = parse(methodInput, input);
    const [row] = await call.db.select().from(methods).where(at(resourceId, method));
    const before = row && toMethod(row);
    const wrong = [
      ...(await refuseAuthorizer(call.db, restApiId, members, before)),
      ...(await refuseValidator(call, restApiId, members)),
      ...(await refuseModels(call, restApiId, 'requestModels', members.requestModels)),
    ];
    if (wrong.length > 0) throw badRequest(...wrong);
    const next = keepDeclared({
      methodResponses: {},
      ...kept(before),
      ...withAuthorizer(members),
      httpMethod: method,
    });
    const broken = refuseMappings(next);
    if (broken.length > 0) throw badRequest(...broken);
    return saveMethod(call, resource, next);
  },
);

/** What PutMethod does not take and so leaves alone. */
function kept(before: Method | undefined) {
  if (!before) return {};
  const { methodResponses, methodIntegration, summary, description, tags, parameterDocumentation } = before;
  return { methodResponses, methodIntegration, summary, description, tags, parameterDocumentation };
}

async function refuseValidator({ db }: WriteCall, restApiId: string, input: Parsed): Promise<FieldError[]> {
  if (input.requestValidatorId === undefined) return [];
  const own = and(
    eq(requestValidators.id, input.requestValidatorId),
    eq(requestValidators.restApiId, restApiId),
  );
  const [row] = await db.select().from(requestValidators).where(own);
  return row
    ? []
    : [{ field: 'requestValidatorId', message: 'Invalid Request Validator identifier specified' }];
}

/** @param named content type -> model name */
export async function refuseModels(
  { db }: WriteCall,
  restApiId: string,
  field: string,
  named: Record<string, string>,
): Promise<FieldError[]> {
  if (Object.keys(named).length === 0) return [];
  const rows = await db.select({ name: models.name }).from(models).where(eq(models.restApiId, restApiId));
  const known = new Set(rows.map((row) => row.name));
  return Object.entries(named)
    .filter(([, name]) => !known.has(name))
    .map(([type, name]) => ({
      field: `${field}.${type}`,
      message: `Invalid model identifier specified: ${name}`,
    }));
}

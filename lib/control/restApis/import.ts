import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authorizers, gatewayResponses, models, requestValidators, resources, restApis } from '@/db/schema';
import { ControlError, type FieldError } from '@/lib/model/ControlError';
import { type RestApiDefinition, restApiInput } from '@/lib/model/restApi';
import { type ImportResult, importOpenApi, isOpenApiError } from '@/lib/openapi';
import { readAuthorizers } from '../authorizers/authorizerRow';
import type { ControlContext, ReadCall, WriteCall } from '../ControlContext';
import type { Control } from '../control';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { permit } from '../permission';
import type { ControlConfig } from '../ports';
import { definitionOf } from './definitionOf';
import { expandPolicy } from './expandPolicy';
import { insertDefinition } from './insertDefinition';
import { insertRestApi } from './insertRestApi';
import { lockRestApi } from './lockRestApi';
import { mergeDefinition } from './mergeDefinition';
import { refuseDefinition } from './refuseDefinition';
import { refuseIssuers } from './refuseIssuers';
import { toRestApiRow } from './restApiRow';
import { summarizeOne } from './summarize';
import { withFreshIds } from './withFreshIds';
import { withFunctionWarnings } from './withFunctionWarnings';
import { withLinkWarnings } from './withLinkWarnings';
import { withModelWarnings } from './withModelWarnings';
import { withPolicyWarnings } from './withPolicyWarnings';
import { withPoolWarnings } from './withPoolWarnings';
import { withTemplateWarnings } from './withTemplateWarnings';

const importInput = z.object({
  document: z.string().min(1, 'Paste a document or choose a file'),
  restApiId: z.string().optional(),
  mode: z.enum(['merge', 'overwrite']).default('merge'),
  basepath: z.enum(['ignore', 'prepend', 'split']).default('ignore'),
  failOnWarnings: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});
type ImportInput = z.output<typeof importInput>;

/** A new API, or PutRestApi on one that is there: all of it in one transaction, or nothing. */
export const importRestApi =
  (context: ControlContext): Control['restApis']['import'] =>
  async (actor, input) => {
    permit(actor, 'editor', 'ImportRestApi');
    const wanted = parse(importInput, input);
    // Read before the transaction begins: a large document takes its time, and the database need not wait.
    const imported = withTemplateWarnings(withModelWarnings(readDocument(wanted, context.ports.config)));
    const result = await (wanted.dryRun ? rehearse : apply)(context)(actor, wanted, imported);
    return { ...result, operationCount: operationCount(imported.definition) };
  };

const rehearse = read(
  { name: 'ImportRestApi', permission: 'editor' },
  async (call, wanted: ImportInput, imported: ImportResult) => {
    const warnings = await report(call, wanted, imported);
    await target(call, wanted, imported);
    return { warnings };
  },
);

const apply = write(
  { name: 'ImportRestApi', permission: 'editor' },
  async (call, wanted: ImportInput, imported: ImportResult) => {
    const warnings = await report(call, wanted, imported);
    if (wanted.restApiId !== undefined) await lockRestApi(call, wanted.restApiId);
    const next = await target(call, wanted, imported);
    const restApi =
      wanted.restApiId === undefined
        ? await insertRestApi(call, next)
        : await replace(call, wanted.restApiId, next);
    call.audit(restApi.id, {
      name: restApi.name,
      ...(wanted.restApiId !== undefined && { mode: wanted.mode }),
    });
    return { restApi, warnings };
  },
);

async function report(call: ReadCall, { failOnWarnings, restApiId }: ImportInput, imported: ImportResult) {
  const { db, ports } = call;
  const linked = await withLinkWarnings(db, imported);
  const called = await withFunctionWarnings(db, ports.config.accountId, linked);
  const { warnings } = withPolicyWarnings(await withPoolWarnings(call, called), restApiId);
  if (failOnWarnings && warnings.length > 0) throw refusal('Warnings found during import', warnings);
  return warnings;
}

function readDocument({ document, basepath }: ImportInput, config: ControlConfig): ImportResult {
  const variables = { AccountId: config.accountId, Region: config.region, Partition: 'aws' };
  try {
    return importOpenApi(document, { basepath, variables });
  } catch (error) {
    if (isOpenApiError(error)) throw refusal('Invalid OpenAPI input.', error.errors);
    throw error;
  }
}

/** The sentence of AWS with the first reason, and every reason with its place. */
function refusal(
  sentence: string,
  problems: { message: string; line: number; pointer: string }[],
): ControlError {
  const [first] = problems;
  const reason = first ? ` Line ${first.line}: ${first.message}` : '';
  return new ControlError(
    'BadRequestException',
    sentence + reason,
    problems.map(({ message, line, pointer }) => ({ field: pointer, message, line })),
  );
}

/** The API's definition after the import, checked. */
async function target(
  call: ReadCall,
  { restApiId, mode }: ImportInput,
  { definition: imported, places }: ImportResult,
): Promise<RestApiDefinition> {
  const merges = restApiId !== undefined && mode === 'merge';
  const existing = restApiId === undefined ? null : await definitionOf(call, restApiId);
  const next = merges && existing ? mergeDefinition(existing, imported) : imported;
  const { name, description, version } = next;
  parse(restApiInput, { name, description, version });
  const wrong = [...refuseDefinition(next), ...(await refuseIssuers(call, imported.authorizers ?? []))];
  if (wrong.length > 0) throw badRequest(...wrong.map((problem) => withLine(problem, places)));
  return next;
}

/** With its line, where the document's reader has said where such a thing stands. */
function withLine(problem: FieldError, places: ImportResult['places']): FieldError {
  const [authorizer] = /^Authorizer \S+/.exec(problem.field) ?? [];
  const place = places.get(authorizer ?? problem.field);
  return place ? { ...problem, line: place.line } : problem;
}

/** Resources, validators and authorizers that stay keep their ids. */
async function replace({ db, ports }: WriteCall, restApiId: string, next: RestApiDefinition) {
  const paths = await db.select().from(resources).where(eq(resources.restApiId, restApiId));
  const names = await db.select().from(requestValidators).where(eq(requestValidators.restApiId, restApiId));
  const own = await readAuthorizers(db, restApiId);
  const definition = await withFreshIds(db, next, {
    resources: new Map(paths.map(({ path, id }) => [path, id])),
    validators: new Map(names.map(({ name, id }) => [name, id])),
    authorizers: new Map(own.map(({ name, id }) => [name, id])),
  });
  await db.delete(resources).where(eq(resources.restApiId, restApiId));
  await db.delete(models).where(eq(models.restApiId, restApiId));
  await db.delete(requestValidators).where(eq(requestValidators.restApiId, restApiId));
  await db.delete(gatewayResponses).where(eq(gatewayResponses.restApiId, restApiId));
  await db.delete(authorizers).where(eq(authorizers.restApiId, restApiId));
  await insertDefinition(db, restApiId, definition);
  const policy = next.policy && expandPolicy(next.policy, restApiId, ports.config);
  await db
    .update(restApis)
    .set(toRestApiRow({ ...next, policy }))
    .where(eq(restApis.id, restApiId));
  return summarizeOne(db, restApiId);
}

function operationCount({ resources: all }: RestApiDefinition): number {
  return all.reduce((sum, { resourceMethods }) => sum + Object.keys(resourceMethods).length, 0);
}

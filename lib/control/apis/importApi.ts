import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { apiParts, apis } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ImportWarning } from '@/lib/model/openapiReport';
import { type HttpApiContent, type HttpImport, importHttpApi, isOpenApiError } from '@/lib/openapi';
import type { ControlContext, WriteCall } from '../ControlContext';
import { write } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import type { ControlConfig } from '../ports';
import { putTags, replaceTags } from '../tags/putTags';
import type { Place } from './ApiPart';
import type { ApisControl } from './ApisControl';
import { apiSettingsOf } from './apiSettingsOf';
import { authorizerPart } from './authorizerPart';
import { autoDeploy } from './autoDeploy';
import { insertApi } from './createApi';
import { type ApiRow, lockApi } from './findApi';
import { integrationPart } from './integrationPart';
import { partRows } from './partRows';
import { fault } from './refuse';
import { routePart } from './routePart';
import { apiArn, toApi } from './toApi';
import { insertParts } from './writePart';

const importInput = z.object({
  body: z.string().min(1, 'Paste a document or choose a file'),
  apiId: z.string().optional(),
  basepath: z.enum(['ignore', 'prepend', 'split']).default('ignore'),
  failOnWarnings: z.boolean().default(false),
});
type ImportInput = z.output<typeof importInput>;

/** A new HTTP API, or all of one that is there (ReimportApi): all of it in one transaction, or nothing. */
export const importApi =
  (context: ControlContext): ApisControl['import'] =>
  async (actor, input) => {
    permit(actor, 'editor', 'ImportApi');
    const wanted = parse(importInput, input);
    // Read before the transaction begins: a large document takes its time, and the database need not wait.
    return apply(context)(actor, wanted, readDocument(wanted, context.ports.config));
  };

const apply = write(
  { name: 'ImportApi', permission: 'editor' },
  async (call, { apiId }: ImportInput, imported: HttpImport) => {
    const row = apiId === undefined ? await makeNew(call, imported) : await replace(call, apiId, imported);
    await insertContent({ call, api: row, parentId: '' }, imported.content);
    call.audit(row.apiId, { name: row.settings.name, imported: true });
    call.publish();
    await autoDeploy(call, row);
    return toApi(call, row);
  },
);

function readDocument({ body, basepath, failOnWarnings }: ImportInput, config: ControlConfig): HttpImport {
  const variables = { AccountId: config.accountId, Region: config.region, Partition: 'aws' };
  try {
    const imported = importHttpApi(body, { basepath, variables });
    if (failOnWarnings && imported.warnings.length > 0) throw warned(imported.warnings);
    return imported;
  } catch (error) {
    if (isOpenApiError(error)) throw refusal('Invalid OpenAPI input.', error.errors);
    throw error;
  }
}

/** The sentence of AWS with the first reason, and every reason with its place. */
function refusal(sentence: string, problems: ImportWarning[]): ControlError {
  const [first] = problems;
  const reason = first ? ` Line ${first.line}: ${first.message}` : '';
  return new ControlError(
    'BadRequestException',
    sentence + reason,
    problems.map(({ message, line, pointer }) => ({ field: pointer, message, line })),
  );
}

/** As AWS's HTTP APIs say it: every warning on a line of its own. */
function warned(problems: ImportWarning[]): ControlError {
  const { code, fields } = refusal('', problems);
  const told = problems.map(({ message }) => `\n\t${message}`).join('');
  return new ControlError(code, `Warnings found during import:${told}`, fields);
}

const sentences = (warnings: ImportWarning[]) =>
  warnings.map(({ line, message }) => `Line ${line}: ${message}`);

function membersOf({ routes, integrations, authorizers, tags, ...members }: HttpApiContent) {
  return members;
}

async function makeNew(call: WriteCall, { content, info, warnings }: HttpImport): Promise<ApiRow> {
  const report = { importInfo: sentences(info), warnings: sentences(warnings) };
  const row = await insertApi(call, 'HTTP', membersOf(content), {
    ...(info.length > 0 && { importInfo: report.importInfo }),
    ...(warnings.length > 0 && { warnings: report.warnings }),
  });
  await putTags(call, apiArn(call.ports.config, row.apiId), content.tags);
  return row;
}

/** Its stages, deployments and mappings stay. */
async function replace(
  call: WriteCall,
  apiId: string,
  { content, info, warnings }: HttpImport,
): Promise<ApiRow> {
  const before = await lockApi(call, apiId);
  if (before.protocolType !== 'HTTP')
    throw fault('apiId', 'Only HTTP APIs are imported from OpenAPI documents');
  const changed = {
    settings: apiSettingsOf('HTTP', membersOf(content)),
    importInfo: info.length > 0 ? sentences(info) : null,
    warnings: warnings.length > 0 ? sentences(warnings) : null,
  };
  await call.db.update(apis).set(changed).where(eq(apis.apiId, apiId));
  await call.db.delete(apiParts).where(eq(apiParts.apiId, apiId));
  if (content.tags) await replaceTags(call, apiArn(call.ports.config, apiId), content.tags);
  return { ...before, ...changed };
}

/** The document's ids become the Api's. */
async function insertContent(place: Place, content: HttpApiContent): Promise<void> {
  const { call, api } = place;
  const checks = content.authorizers.map(({ authorizerId, ...authorizer }) => authorizer);
  const authorizers = await insertParts(authorizerPart, place, checks);
  const backends = content.integrations.map(({ integrationId, ...integration }) => integration);
  const integrations = await insertParts(integrationPart, place, backends);
  const authorizerIds = idsOf(
    content.authorizers.map(({ authorizerId: id }) => id),
    authorizers,
  );
  const targets = idsOf(
    content.integrations.map(({ integrationId: id }) => `integrations/${id}`),
    integrations,
  );
  const routes = content.routes.map(({ target = '', authorizerId = '', ...route }) => {
    const integrationId = targets.get(target);
    return {
      ...route,
      ...(integrationId !== undefined && { target: `integrations/${integrationId}` }),
      authorizerId: authorizerIds.get(authorizerId),
    };
  });
  const parts = await partRows(call.db, api.apiId);
  await insertParts(routePart, { ...place, parts }, routes);
}

/** Its id by the document's. */
const idsOf = (documentIds: string[], made: { id: string }[]): Map<string, string> =>
  new Map(documentIds.map((documentId, at) => [documentId, made[at]?.id ?? '']));

import { z } from 'zod';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import { exportHttpApi } from '@/lib/openapi';
import type { ReadCall } from '../ControlContext';
import { read } from '../operation';
import { parse } from '../parse';
import { readTags } from '../tags/readTags';
import { type ApiRow, findApi } from './findApi';
import { findApiDeployment } from './findApiDeployment';
import { findApiStage } from './findApiStage';
import { readApiDefinition } from './readApiDefinition';
import { fault } from './refuse';
import { apiArn, apiEndpoint } from './toApi';

const exportInput = z.object({
  outputType: z.enum(['JSON', 'YAML']),
  stageName: z.string().optional(),
  includeExtensions: z.boolean(),
});

/** What a stage serves, or what is not deployed yet, as an OpenAPI 3.0 document. */
export const exportApi = read(
  { name: 'ExportApi', permission: 'viewer' },
  async (call, apiId: string, unparsed: z.input<typeof exportInput>) => {
    const { outputType, stageName, includeExtensions } = parse(exportInput, unparsed);
    const api = await findApi(call, apiId);
    if (api.protocolType !== 'HTTP') throw fault('apiId', 'ExportApi is supported for HTTP APIs only');
    const { definition, createdDate } = await readSource(call, api, stageName);
    const { description, version, corsConfiguration, disableExecuteApiEndpoint } = api.settings;
    const tags = await readTags(call, apiArn(call.ports.config, apiId));
    const content = {
      name: definition.name,
      ...(description !== undefined && { description }),
      ...(version !== undefined && { version }),
      ...(corsConfiguration && { corsConfiguration }),
      ...(disableExecuteApiEndpoint && { disableExecuteApiEndpoint }),
      ...(Object.keys(tags).length > 0 && { tags }),
      routes: definition.routes,
      integrations: definition.integrations,
      authorizers: definition.authorizers,
    };
    const body = exportHttpApi(content, {
      outputType,
      includeExtensions,
      version: awsVersion(createdDate),
      ...(stageName !== undefined && { serverUrl: serverUrl(call, api, stageName) }),
    });
    return { contentType: `application/${outputType.toLowerCase()}`, body };
  },
);

/** What is exported, and when it came to be: an API without a version has that time. */
async function readSource(
  { db }: ReadCall,
  api: ApiRow,
  stageName?: string,
): Promise<{ definition: ApiDefinition; createdDate: Date }> {
  if (stageName === undefined)
    return { definition: await readApiDefinition(db, api), createdDate: api.createdDate };
  const { deploymentId } = await findApiStage(db, api.apiId, stageName);
  if (deploymentId === null) throw fault('stageName', `Nothing is deployed to the stage ${stageName}`);
  return findApiDeployment(db, api.apiId, deploymentId);
}

const serverUrl = ({ ports }: ReadCall, api: ApiRow, stageName: string): string =>
  `${apiEndpoint(ports.config, api)}/${stageName === '$default' ? '' : stageName}`;

/** `2022-02-11 12:44:34UTC`, as AWS's exports of HTTP APIs have it. */
const awsVersion = (time: Date): string => time.toISOString().replace('T', ' ').replace(/\..*$/, 'UTC');

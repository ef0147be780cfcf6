import { z } from 'zod';
import { exportOpenApi } from '@/lib/openapi';
import { stageDefinition } from '../deployments/frozenDefinition';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { read } from '../operation';
import { parse } from '../parse';
import { findStage, stageUrl } from '../stages/findStage';
import { definitionOf } from './definitionOf';
import { findRestApi } from './lockRestApi';

const exportInput = z.object({
  restApiId: z.string(),
  stageName: z.string().optional(),
  exportType: z.enum(['oas30', 'swagger']),
  format: z.enum(['json', 'yaml']),
  extensions: z.boolean(),
});

/** What a stage serves, or the undeployed definition, as an OpenAPI document named as AWS names it. */
export const exportRestApi = read(
  { name: 'GetExport', permission: 'viewer' },
  async (call, input: z.input<typeof exportInput>) => {
    const { restApiId, stageName, exportType, format, extensions } = parse(exportInput, input);
    await findRestApi(call, restApiId);
    const stage = stageName ? await findStage(call.db, restApiId, stageName) : null;
    const definition = stage
      ? await withPublishedParts(call.db, stage, await stageDefinition(call.db, restApiId, stage.stageName))
      : await definitionOf(call, restApiId);
    const server = stageName
      ? { url: stageUrl(call.ports.config.gatewayUrl, restApiId, stageName) }
      : undefined;
    const { text } = exportOpenApi(definition, {
      exportType,
      format,
      extensions,
      server,
      restApiId,
      documentationVersion: stage?.documentationVersion ?? undefined,
    });
    const version = definition.version ?? call.now.toISOString();
    return {
      fileName: `${exportType}_${version.replace(/[^A-Za-z0-9._-]/g, '_')}.${format}`,
      contentType: `application/${format}`,
      body: text,
    };
  },
);

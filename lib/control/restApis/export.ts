import { z } from 'zod';
import { exportExtensions } from '@/lib/model/exportExtension';
import { isoSeconds } from '@/lib/model/isoSeconds';
import { exportOpenApi } from '@/lib/openapi';
import type { ReadCall } from '../ControlContext';
import { findDeployment } from '../deployments/findDeployment';
import { stageDefinition } from '../deployments/frozenDefinition';
import { findVersion } from '../documentation/versionRow';
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
  extensions: z.union([z.boolean(), z.array(z.enum(exportExtensions))]),
});

/** What a stage serves, or the undeployed definition, as an OpenAPI document named as AWS names it. */
export const exportRestApi = read(
  { name: 'GetExport', permission: 'viewer' },
  async (call, input: z.input<typeof exportInput>) => {
    const { restApiId, stageName, exportType, format, extensions } = parse(exportInput, input);
    await findRestApi(call, restApiId);
    const { definition, ...stage } = stageName
      ? await readStage(call, restApiId, stageName)
      : { definition: await definitionOf(call, restApiId) };
    const { document, text } = exportOpenApi(definition, {
      exportType,
      format,
      extensions,
      restApiId,
      ...stage,
    });
    return {
      fileName: `${exportType}_${fileVersion(document.info, call.now)}.${format}`,
      contentType: `application/${format}`,
      body: text,
    };
  },
);

async function readStage(call: ReadCall, restApiId: string, stageName: string) {
  const { db, ports } = call;
  const stage = await findStage(db, restApiId, stageName);
  const { createdDate } = await findDeployment(db, restApiId, stage.deploymentId);
  const { documentationVersion } = stage;
  return {
    definition: await withPublishedParts(db, stage, await stageDefinition(db, restApiId, stageName)),
    server: { url: stageUrl(ports.config.gatewayUrl, restApiId, stageName) },
    // Recorded: an API without a version has the time of what the stage serves.
    version: isoSeconds(createdDate),
    ...(documentationVersion !== null && {
      documentationVersion: await findVersion(db, restApiId, documentationVersion),
    }),
  };
}

/** Recorded: a time keeps its colons. What is not deployed has no time of its own. */
function fileVersion(info: unknown, now: Date): string {
  const { version } = z.object({ version: z.string() }).parse(info);
  return (version || isoSeconds(now.getTime())).replace(/[^A-Za-z0-9._:-]/g, '_');
}

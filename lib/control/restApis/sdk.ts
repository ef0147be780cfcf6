import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import { createSdk } from '@/lib/sdk/createSdk';
import { SdkRefused } from '@/lib/sdk/SdkRefused';
import { stageDefinition } from '../deployments/frozenDefinition';
import { read } from '../operation';
import { parse } from '../parse';
import { findStage } from '../stages/findStage';
import { findRestApi } from './lockRestApi';

const sdkInput = z.object({
  restApiId: z.string(),
  stageName: z.string(),
  sdkType: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
});

/** A client of what a stage serves, as a zip. */
export const createRestApiSdk = read(
  { name: 'GetSdk', permission: 'viewer' },
  async (call, input: z.input<typeof sdkInput>) => {
    const { restApiId, stageName, sdkType, parameters } = parse(sdkInput, input);
    await findRestApi(call, restApiId);
    const stage = await findStage(call.db, restApiId, stageName);
    const definition = await stageDefinition(call.db, restApiId, stage.stageName);
    const { gatewayUrl, region } = call.ports.config;
    // By path, not by host: other than browsers, most languages resolve no names below localhost.
    const baseUrl = `${new URL(gatewayUrl).origin}/_aws/execute-api/${restApiId}/${stageName}`;
    const body = await createSdk(definition, { sdkType, baseUrl, region, parameters }).catch(asRefusal);
    return {
      fileName: `${sdkType}_${restApiId}_${stageName}.zip`,
      contentType: 'application/octet-stream',
      body,
    };
  },
);

function asRefusal(error: unknown): never {
  throw error instanceof SdkRefused ? new ControlError('BadRequestException', error.message) : error;
}

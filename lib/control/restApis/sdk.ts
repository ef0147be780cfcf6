import { z } from 'zod';
import { stageDefinition } from '../deployments/frozenDefinition';
import { read } from '../operation';
import { parse } from '../parse';
import { findStage } from '../stages/findStage';
import { findRestApi } from './lockRestApi';
import { stageSdk } from './stageSdk';

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
    const body = await stageSdk(call.ports.config, stage, definition, { sdkType, parameters });
    return {
      fileName: `${sdkType}_${restApiId}_${stageName}.zip`,
      contentType: 'application/octet-stream',
      body,
    };
  },
);

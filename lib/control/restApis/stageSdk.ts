import { ControlError } from '@/lib/model/ControlError';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { createSdk } from '@/lib/sdk/createSdk';
import { SdkRefused } from '@/lib/sdk/SdkRefused';
import type { ControlConfig } from '../ports';

/** Where the clients of a stage send their calls. By path, not by host: most languages resolve no names below localhost. */
export const sdkBaseUrl = ({ gatewayUrl }: ControlConfig, restApiId: string, stageName: string) =>
  `${new URL(gatewayUrl).origin}/_aws/execute-api/${restApiId}/${stageName}`;

/**
 * A client of what a stage serves, as a zip.
 * @throws ControlError BadRequestException with the configuration property that is refused
 */
export function stageSdk(
  config: ControlConfig,
  stage: { restApiId: string; stageName: string },
  definition: RestApiDefinition,
  options: { sdkType: string; parameters: Record<string, string> },
): Promise<Buffer<ArrayBuffer>> {
  const baseUrl = sdkBaseUrl(config, stage.restApiId, stage.stageName);
  return createSdk(definition, { ...options, baseUrl, region: config.region }).catch(asRefusal);
}

function asRefusal(error: unknown): never {
  if (!(error instanceof SdkRefused)) throw error;
  const { message, parameter } = error;
  const fields = parameter === undefined ? [] : [{ field: `parameters.${parameter}`, message }];
  throw new ControlError('BadRequestException', message, fields);
}

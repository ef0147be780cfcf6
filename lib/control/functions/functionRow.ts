import type { functionVersions } from '@/db/schema';
import {
  type FunctionConfiguration,
  type FunctionVersion,
  functionConfiguration,
} from '@/lib/model/function';
import type { Actor } from '@/lib/model/role';
import type { ReadCall } from '../ControlContext';
import type { ControlConfig, Secrets } from '../ports';

export type VersionRow = typeof functionVersions.$inferSelect;

/** The version that changes. */
export const LATEST = '$LATEST';

/** @param qualifier version or alias; absent: the ARN as AWS gives it for a function as such */
export function functionArn(
  { region, accountId }: Pick<ControlConfig, 'region' | 'accountId'>,
  functionName: string,
  qualifier?: string,
): string {
  const arn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

export function sealConfiguration(secrets: Secrets, configuration: FunctionConfiguration): string {
  return secrets.encrypt(JSON.stringify(configuration));
}

export function openConfiguration(secrets: Secrets, row: VersionRow): FunctionConfiguration {
  return functionConfiguration.parse(JSON.parse(secrets.decrypt(row.configurationSealed)));
}

/**
 * A version as this actor may see it. AWS's console shows environment variables to whoever may read the function;
 * here a viewer gets their names alone, with empty values: they are where functions keep their secrets.
 */
export function toFunctionVersion({ actor, ports }: ReadCall, row: VersionRow): FunctionVersion {
  const configuration = openConfiguration(ports.secrets, row);
  const { functionName, version } = row;
  return {
    ...configuration,
    ...(!maySeeSecrets(actor) && { environment: namesAlone(configuration.environment) }),
    functionName,
    version,
    functionArn: functionArn(ports.config, functionName, version === LATEST ? undefined : version),
    codeSha256: row.codeSha256,
    codeSize: row.codeSize,
    lastModified: row.lastModified.getTime(),
    ...(row.inlineCode !== null && { inlineCode: row.inlineCode }),
  };
}

/** Portal developers read no functions at all. */
const maySeeSecrets = (actor: Actor) => actor.kind !== 'user' || actor.role !== 'viewer';

const namesAlone = (environment: Record<string, string>) =>
  Object.fromEntries(Object.keys(environment).map((name) => [name, '']));

import type { RestApiDefinition } from '@/lib/model/restApi';
import { sdkTypes } from '@/lib/model/sdkType';
import { javaSdk } from './java/javaSdk';
import { javascriptSdk } from './javascript/javascriptSdk';
import { pythonSdk } from './python/pythonSdk';
import { readSdkApi } from './readSdkApi';
import { rubySdk } from './ruby/rubySdk';
import type { SdkApi, SdkFiles } from './SdkApi';
import { SdkRefused } from './SdkRefused';
import { typescriptSdk } from './typescript/typescriptSdk';
import { zipFiles } from './zipFiles';

export type SdkParameters = Readonly<Record<string, string | undefined>>;

type Generator = (api: SdkApi, parameters: SdkParameters) => SdkFiles;

const generators: Readonly<Record<string, Generator>> = {
  java: (api, parameters) =>
    javaSdk(api, {
      serviceName: parameters.serviceName ?? '',
      packageName: parameters.javaPackageName ?? '',
      packageParameter: 'javaPackageName',
      groupId: parameters.javaGroupId ?? '',
      artifactId: parameters.javaArtifactId ?? '',
      artifactVersion: parameters.javaArtifactVersion ?? '',
    }),
  android: (api, { groupId = '', artifactId = '', artifactVersion = '', invokerPackage = '' }) =>
    javaSdk(api, {
      serviceName: artifactId,
      packageName: invokerPackage,
      packageParameter: 'invokerPackage',
      groupId,
      artifactId,
      artifactVersion,
    }),
  javascript: javascriptSdk,
  typescript: typescriptSdk,
  python: pythonSdk,
  ruby: (api, parameters) =>
    rubySdk(api, {
      serviceName: parameters['service.name'] ?? '',
      gemName: parameters['ruby.gem-name'] ?? '',
      gemVersion: parameters['ruby.gem-version'] ?? '',
    }),
};

export interface SdkOptions {
  sdkType: string;
  /** of the stage, absolute */
  baseUrl: string;
  /** that calls are signed for */
  region: string;
  /** the type's configuration properties, by name */
  parameters: SdkParameters;
}

/**
 * A client of an API as a zip. The same definition and options always give the same bytes.
 * @throws SdkRefused
 */
export async function createSdk(
  definition: RestApiDefinition,
  { sdkType, baseUrl, region, parameters }: SdkOptions,
): Promise<Buffer<ArrayBuffer>> {
  const generator = Object.hasOwn(generators, sdkType) ? generators[sdkType] : undefined;
  if (!generator) throw new SdkRefused(`SDK type ${sdkType} is not offered. Offered are: ${offered()}`);
  return zipFiles(generator(readSdkApi(definition, baseUrl, region), checked(sdkType, parameters)));
}

const offered = () => sdkTypes.map(({ id }) => id).join(', ');

/** Defaults filled in; nothing that could be more than a name gets into code and paths. */
function checked(sdkType: string, parameters: SdkParameters): SdkParameters {
  const properties = sdkTypes.find(({ id }) => id === sdkType)?.configurationProperties ?? [];
  const values = properties.map(({ name, required, defaultValue }) => {
    const value = parameters[name] || defaultValue;
    if (required && !value) throw new SdkRefused(`Missing required parameter: ${name}`, name);
    if (value && !/^[A-Za-z][A-Za-z0-9._-]{0,127}$/.test(value) && !/^\d[\w.-]{0,63}$/.test(value))
      throw new SdkRefused(`Invalid value of parameter ${name}`, name);
    return [name, value];
  });
  return Object.fromEntries(values);
}

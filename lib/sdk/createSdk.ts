import type { RestApiDefinition } from '@/lib/model/restApi';
import { sdkTypes } from '@/lib/model/sdkType';
import { javascriptSdk } from './javascript/javascriptSdk';
import { pythonSdk } from './python/pythonSdk';
import { readSdkApi } from './readSdkApi';
import type { SdkApi, SdkFiles } from './SdkApi';
import { zipFiles } from './zipFiles';

/** A refusal: the type is not offered, or one of its parameters is missing or no name. */
export class SdkRefused extends Error {
  override name = 'SdkRefused';
}

export type SdkParameters = Readonly<Record<string, string | undefined>>;

type Generator = (api: SdkApi, parameters: SdkParameters) => SdkFiles;

const generators: Readonly<Record<string, Generator>> = { javascript: javascriptSdk, python: pythonSdk };

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
    if (required && !value) throw new SdkRefused(`Missing required parameter: ${name}`);
    if (value && !/^[A-Za-z][A-Za-z0-9._-]{0,127}$/.test(value) && !/^\d[\w.-]{0,63}$/.test(value))
      throw new SdkRefused(`Invalid value of parameter ${name}`);
    return [name, value];
  });
  return Object.fromEntries(values);
}

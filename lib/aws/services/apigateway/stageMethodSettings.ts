import { type MethodSetting, methodSettings as settingsSchema } from '@/lib/model/stage';
import { AwsError } from '../../AwsError';
import type { PatchRule } from './patch';
import { numberOf } from './patchRules';

type MethodSettings = Record<string, MethodSetting>;
interface Draft {
  methodSettings: MethodSettings;
}

type Read = (value: string, path: string) => unknown;
const boolean: Read = (value) => value.toLowerCase() === 'true';
const number: Read = (value, path) => numberOf(path, value);
const text: Read = (value) => value;

/** AWS's paths below `/{resPath}/{VERB}`, what each is a member of, and how its text is read. */
const members: readonly [path: string, member: keyof MethodSetting, read: Read][] = [
  ['metrics/enabled', 'metricsEnabled', boolean],
  ['logging/dataTrace', 'dataTraceEnabled', boolean],
  ['logging/loglevel', 'loggingLevel', text],
  ['throttling/burstLimit', 'throttlingBurstLimit', number],
  ['throttling/rateLimit', 'throttlingRateLimit', number],
  ['caching/ttlInSeconds', 'cacheTtlInSeconds', number],
  ['caching/enabled', 'cachingEnabled', boolean],
  ['caching/dataEncrypted', 'cacheDataEncrypted', boolean],
  ['caching/requireAuthorizationForCacheControl', 'requireAuthorizationForCacheControl', boolean],
  ['caching/unauthorizedCacheControlHeaderStrategy', 'unauthorizedCacheControlHeaderStrategy', text],
];

/** AWS's, for the one of rate and burst that is not given with the other. */
const limits = { throttlingRateLimit: 10_000, throttlingBurstLimit: 5000 };

export const REMOVE_PATH = '/{resourcePath}/{httpMethod}';

/** Their values are judged by the control plane, with the whole stage. */
export const methodSettingRules: readonly PatchRule<Draft>[] = [
  ...members.map(memberRule),
  {
    path: '/methodSettings',
    ops: ['replace'],
    apply: (draft, { value }) => {
      draft.methodSettings = readSettings(value);
    },
  },
  {
    path: REMOVE_PATH,
    ops: ['remove'],
    apply: ({ methodSettings }, { names: [path = '', verb = ''] }) => {
      const key = kept(methodSettings, `${path}/${verb}`);
      if (key === undefined)
        throw refused(
          // The blank at the end is AWS's.
          `Cannot remove method setting ${escaped(path)}/${verb} because there is no method setting for this method `,
        );
      delete methodSettings[key];
    },
  },
];

function memberRule([path, member, read]: (typeof members)[number]): PatchRule<Draft> {
  return {
    path: `${REMOVE_PATH}/${path}`,
    ops: ['replace'],
    apply: ({ methodSettings }, { names: [resource = '', verb = ''], value }) => {
      const key = keyOf(resource, verb);
      const before = kept(methodSettings, key);
      const { [before ?? key]: setting = {} } = methodSettings;
      if (before !== undefined) delete methodSettings[before];
      const filled = Object.hasOwn(limits, member) ? { ...limits, ...setting } : setting;
      methodSettings[key] = { ...filled, [member]: read(value, path) };
    },
  };
}

/** The path as it was sent, `pets` or `/pets`: AWS keeps an entry under it, and its client asks for it so. */
function keyOf(path: string, verb: string): string {
  if ((path === '*') !== (verb === '*'))
    throw refused(`Invalid method setting ${path}/${verb}: use */* or a path with its method`);
  return `${path}/${verb}`;
}

/** Under which spelling the method's entry is there. */
function kept(settings: MethodSettings, key: string): string | undefined {
  const plain = (text: string) => text.replace(/^\/+/, '');
  return Object.keys(settings).find((other) => plain(other) === plain(key));
}

function readSettings(text: string): MethodSettings {
  try {
    const sent = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return settingsSchema.parse(
      Object.fromEntries(
        sent.map(([key, setting]) => [key.replaceAll('~1', '/').replaceAll('~0', '~'), setting]),
      ),
    );
  } catch {
    throw refused('Invalid method settings: send JSON text of settings by {resourcePath}/{httpMethod}');
  }
}

const escaped = (path: string) => path.replaceAll('~', '~0').replaceAll('/', '~1');
const refused = (message: string) => new AwsError('BadRequestException', message);

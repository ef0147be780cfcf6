import type { MethodSetting } from '@/lib/model/stage';

/**
 * A stage's method settings by `/path/VERB`. AWS keeps an entry's path as it was sent, and Terraform sends
 * `pets/GET` for `/pets/GET`: that is the same method.
 */
export function methodSettingsBySlash({
  methodSettings,
}: {
  methodSettings: Record<string, MethodSetting>;
}): Record<string, MethodSetting> {
  const entries = Object.entries(methodSettings);
  return Object.fromEntries(
    entries.map(([key, setting]) => [/^(\*\/\*|\/.*)$/.test(key) ? key : `/${key}`, setting]),
  );
}

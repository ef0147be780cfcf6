import type { SdkTypeDescription } from '@/lib/model/sdkType';

/** Where the operation refuses a configuration property. */
export const fieldOf = (property: string) => `parameters.${property}`;

export const fieldsOf = (type: SdkTypeDescription | undefined): string[] =>
  (type?.configurationProperties ?? []).map(({ name }) => fieldOf(name));

/** The type's own properties of all that was typed; an empty one is left out and gets its default. */
export function valuesOf(
  type: SdkTypeDescription | undefined,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = (type?.configurationProperties ?? []).map(({ name }) => name);
  const values = names.map((name) => [name, typed[name]?.trim() ?? '']);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

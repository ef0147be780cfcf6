import type { RestApiInput } from '@/lib/model/restApi';

/** Name, description and version of a form; an empty field is an absent one. */
export function restApiInputOf(form: HTMLFormElement): RestApiInput {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    name: text('name'),
    description: text('description') || undefined,
    version: text('version') || undefined,
  };
}

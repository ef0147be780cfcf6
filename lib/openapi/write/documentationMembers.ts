import type { Part } from './ExportContext';

const isRecord = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * Everything that a part can put into a document: these keys and no others. Never a path, a parameter, a server or
 * a security requirement, and none of the extensions that say how an API works.
 */
export function proseOf(properties: Part): Part {
  return pick(properties, { description: isText });
}

export function operationProse(properties: Part): Part {
  return pick(properties, { tags: isTags, summary: isText, description: isText });
}

export function resourceProse(properties: Part): Part {
  return pick(properties, { summary: isText, description: isText });
}

/** Name and version are the API's own. */
export function infoProse({ description, info }: Part): Part {
  const own = isRecord(info) ? info : {};
  const { contact, license } = own;
  return {
    ...pick({ description }, { description: isText }),
    ...pick(own, { description: isText, termsOfService: isWebAddress }),
    ...extensionsOf(own),
    ...(isRecord(contact) && { contact: pick(contact, { name: isText, url: isWebAddress, email: isText }) }),
    // The standard asks for a license's name.
    ...(isRecord(license) &&
      isText(license.name) && { license: pick(license, { name: isText, url: isWebAddress }) }),
  };
}

/** Descriptions of the tags: names alone say nothing that operations do not. */
export function tagProse({ tags }: Part): Part[] {
  if (!Array.isArray(tags)) return [];
  return tags
    .filter((tag): tag is Part => isRecord(tag) && isText(tag.name))
    .map((tag) => pick(tag, { name: isText, description: isText }));
}

/** `x-*`, but AWS's and ours: those are settings, and an import would act on them. */
export function extensionsOf(properties: Part): Part {
  const entries = Object.entries(properties).filter(([key]) => /^x-(?!amazon|gatehouse)/i.test(key));
  return Object.fromEntries(entries);
}

function pick(from: Part, allowed: Record<string, (value: unknown) => boolean>): Part {
  const entries = Object.entries(allowed).filter(
    ([key, isAllowed]) => Object.hasOwn(from, key) && isAllowed(from[key]),
  );
  return Object.fromEntries(entries.map(([key]) => [key, from[key]]));
}

const isTags = (value: unknown) => Array.isArray(value) && value.every(isText);

/** A link that a page may show: `javascript:` and the like are none. */
function isWebAddress(value: unknown): boolean {
  return isText(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

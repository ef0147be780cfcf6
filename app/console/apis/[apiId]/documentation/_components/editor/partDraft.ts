import { type DocumentationPartType, parseProperties } from '@/lib/model/documentation';

/** A part as its form has it; everything is text. */
export interface PartDraft {
  summary: string;
  description: string;
  /** separated by commas */
  tags: string;
  /** JSON of the properties that have no field of their own; empty for none */
  rest: string;
}
export type DraftField = 'summary' | 'description' | 'tags';

/** The fields that a type's form has, beside the JSON. */
export function draftFields(type: DocumentationPartType): DraftField[] {
  if (type === 'METHOD') return ['summary', 'description', 'tags'];
  return type === 'RESOURCE' ? ['summary', 'description'] : ['description'];
}

type Properties = Record<string, unknown>;
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTags = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((tag) => isText(tag) && tag !== '' && !tag.includes(','));

/** What a field cannot show as it is stays in the JSON. The API's description is in AWS's `info`. */
export function toDraft(type: DocumentationPartType, properties: Properties): PartDraft {
  const fields = draftFields(type);
  const { summary, description, tags, info, ...rest } = properties;
  const left: Properties = { ...rest };
  const draft: PartDraft = { summary: '', description: '', tags: '', rest: '' };
  if (fields.includes('summary') && isText(summary)) draft.summary = summary;
  else if (summary !== undefined) left.summary = summary;
  if (fields.includes('tags') && isTags(tags)) draft.tags = tags.join(', ');
  else if (tags !== undefined) left.tags = tags;
  const inInfo = type === 'API' && isRecord(info) && isText(info.description);
  if (inInfo) {
    const { description: text, ...others } = info;
    draft.description = String(text);
    if (Object.keys(others).length > 0) left.info = others;
  } else if (info !== undefined) left.info = info;
  if (isText(description) && !inInfo) draft.description = description;
  else if (description !== undefined) left.description = description;
  if (Object.keys(left).length > 0) draft.rest = JSON.stringify(left, null, 2);
  return draft;
}

/** The draft's properties, or what is wrong with its JSON. */
export function readPartDraft(
  type: DocumentationPartType,
  draft: PartDraft,
): { properties: Properties } | { problem: string } {
  const rest = draft.rest.trim() === '' ? {} : parseProperties(draft.rest);
  if (!rest) return { problem: problemOf(draft.rest) };
  const twice = draftFields(type).find((field) => draft[field] !== '' && rest[field] !== undefined);
  if (twice) return { problem: `"${twice}" has a field of its own above: take it out of the JSON` };
  const own = Object.fromEntries(
    draftFields(type)
      .filter((field) => draft[field].trim() !== '')
      .map((field) => [field, field === 'tags' ? tagsOf(draft.tags) : draft[field]]),
  );
  return type === 'API' ? inInfo(rest, own.description) : { properties: { ...own, ...rest } };
}

function inInfo(rest: Properties, description: unknown): { properties: Properties } | { problem: string } {
  if (description === undefined) return { properties: rest };
  const { info = {} } = rest;
  if (!isRecord(info)) return { problem: '"info" must be an object' };
  if (info.description !== undefined)
    return { problem: '"info.description" has a field of its own above: take it out of the JSON' };
  return { properties: { ...rest, info: { description, ...info } } };
}

function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter(Boolean))];
}

function problemOf(text: string): string {
  try {
    JSON.parse(text);
    return 'Properties must be a JSON object';
  } catch (error) {
    return error instanceof Error ? error.message : 'This is not JSON';
  }
}

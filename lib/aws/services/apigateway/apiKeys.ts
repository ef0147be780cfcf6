import { z } from 'zod';
import type { ApiKey, ApiKeyUpdate } from '@/lib/model/apiKey';
import { apiKeyShape } from './apiKeyShape';
import { given } from './given';
import { inputOf, flag as queryFlag } from './inputOf';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { flag, text, values } from './patchRules';
import { pageOf, positionAfter } from './position';
import type { Runs } from './Runs';
import { withNewTags, withTags, withTagsOfAll } from './tagsOf';

const address = z.object({ api_Key: z.string(), includeValue: queryFlag.default(false) });
const members = z.object({
  name: z.string().nullish(),
  description: z.string().nullish(),
  enabled: z.boolean().nullish(),
  value: z.string().nullish(),
  customerId: z.string().nullish(),
  stageKeys: z
    .array(z.object({ restApiId: z.string().default(''), stageName: z.string().default('') }))
    .nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});
const filter = z.object({
  name: z.string().optional(),
  customerId: z.string().optional(),
  includeValues: queryFlag.default(false),
});
const after = z.object({ id: z.string(), createdDate: z.int() });

type Draft = Required<Omit<ApiKeyUpdate, 'stageKeys' | 'labels'>> & { stageKeys: string[]; labels: string[] };

const table: PatchTable<Draft> = {
  style: 'lists paths',
  rules: [
    text('/description', 'description'),
    flag('/enabled', 'enabled'),
    text('/name', 'name'),
    text('/customerId', 'customerId'),
    values('/labels', ({ labels }) => labels),
    values('/stages', ({ stageKeys }) => stageKeys),
  ],
};

export const apiKeys: Runs = {
  CreateApiKey: async (call) => {
    const { tags, stageKeys, value, ...input } = await inputOf(call, members);
    const own = value === undefined || value === null || value === '' ? {} : { value };
    return call.door.control.together(async (control) => {
      const made = await control.apiKeys.create(call.actor, {
        // As recorded: a key that does not say so is not enabled.
        ...{ enabled: false, ...given(input) },
        ...own,
        ...(stageKeys && { stageKeys: stageKeys.map((key) => `${key.restApiId}/${key.stageName}`) }),
      });
      return withNewTags(call, control, `apikeys/${made.id}`, tags, apiKeyShape(made));
    });
  },
  GetApiKeys: async (call) => {
    const { name: nameQuery, customerId, includeValues } = await inputOf(call, filter);
    const { items, isMore } = await call.door.control.apiKeys.page(call.actor, {
      ...pageOf(call, after),
      ...given({ nameQuery, customerId }),
      includeValues,
    });
    const item = await withTagsOfAll(call, items, ({ id }) => `apikeys/${id}`, apiKeyShape);
    const last = items.at(-1);
    return { item, ...positionAfter({ id: last?.id, createdDate: last?.createdDate }, isMore) };
  },
  GetApiKey: async (call) => {
    const { api_Key: id, includeValue } = await inputOf(call, address);
    const { control } = call.door;
    const key = await control.apiKeys.get(call.actor, id, { includeValue });
    return withTags(call, control, `apikeys/${id}`, apiKeyShape(key));
  },
  UpdateApiKey: async (call) => {
    const { api_Key: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = await control.apiKeys.get(call.actor, id);
      const next = changed(before, applyPatch(draftOf(before), operations, table));
      const key = await control.apiKeys.update(call.actor, id, next);
      return { tags: {}, ...(await withTags(call, control, `apikeys/${id}`, apiKeyShape(key))) };
    });
  },
  DeleteApiKey: async (call) => {
    const { api_Key: id } = await inputOf(call, address);
    await call.door.control.apiKeys.delete(call.actor, id);
  },
};

function draftOf(key: ApiKey): Draft {
  return {
    name: key.name,
    description: key.description ?? '',
    customerId: key.customerId ?? '',
    enabled: key.enabled,
    labels: [...(key.labels ?? [])],
    stageKeys: [...(key.stageKeys ?? [])],
  };
}

/** Only what differs: what was unset stays so. */
function changed(before: ApiKey, next: Draft): ApiKeyUpdate {
  const was: Record<string, unknown> = { ...draftOf(before) };
  return Object.fromEntries(
    Object.entries(next).filter(([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value)),
  );
}

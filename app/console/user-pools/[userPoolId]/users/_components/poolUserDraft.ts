import type { PoolUser } from '@/lib/model/userPool';

export type PoolUserDraft = Pick<PoolUser, 'groups' | 'attributes'>;

export const userDraftOf = ({ groups, attributes }: PoolUser): PoolUserDraft => ({
  groups: [...groups].sort(),
  attributes,
});

/** Only what differs from `base`; attributes as a whole, for the operation replaces them all. */
export function changesOf(base: PoolUserDraft, draft: PoolUserDraft): Partial<PoolUserDraft> {
  const { attributes } = draft;
  return {
    ...(!sameSet(base.groups, draft.groups) && { groups: draft.groups }),
    ...(!sameRecord(base.attributes, attributes) && { attributes }),
  };
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

const sameRecord = (a: Record<string, string>, b: Record<string, string>) =>
  sameSet(Object.entries(a).map(entryText), Object.entries(b).map(entryText));

const entryText = (entry: [string, string]) => JSON.stringify(entry);

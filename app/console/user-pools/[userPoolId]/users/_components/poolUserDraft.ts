import type { PoolUser } from '@/lib/model/userPool';

export type PoolUserDraft = Pick<PoolUser, 'groups' | 'attributes'>;

export const userDraftOf = ({ groups, attributes }: PoolUser): PoolUserDraft => ({
  groups: [...groups].sort(),
  attributes,
});

/** Only what differs from `base`. An attribute that was taken away is sent empty: the operation then drops it. */
export function changesOf(base: PoolUserDraft, draft: PoolUserDraft): Partial<PoolUserDraft> {
  const gone = Object.keys(base.attributes).filter((name) => !(name in draft.attributes));
  const attributes = { ...Object.fromEntries(gone.map((name) => [name, ''])), ...draft.attributes };
  return {
    ...(!sameSet(base.groups, draft.groups) && { groups: draft.groups }),
    ...(!sameRecord(base.attributes, draft.attributes) && { attributes }),
  };
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));

const sameRecord = (a: Record<string, string>, b: Record<string, string>) =>
  sameSet(Object.entries(a).map(entryText), Object.entries(b).map(entryText));

const entryText = (entry: [string, string]) => JSON.stringify(entry);

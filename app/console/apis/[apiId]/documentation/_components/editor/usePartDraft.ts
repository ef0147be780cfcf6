'use client';

import { type DocumentationPartLocation, locationKey, parseProperties } from '@/lib/model/documentation';
import type { StoredPart } from '../Workspace';
import { type PartDraft, toDraft } from './partDraft';

export type Drafts = ReadonlyMap<string, PartDraft>;

/**
 * The draft of one location among all that are not saved: what is typed at one place is still there after a look at
 * another.
 */
export function usePartDraft(
  location: DocumentationPartLocation,
  part: StoredPart | undefined,
  [drafts, setDrafts]: [Drafts, (change: (before: Drafts) => Drafts) => void],
) {
  const key = locationKey(location);
  const saved = toDraft(location.type, parseProperties(part?.properties ?? '{}') ?? {});
  const discard = () => setDrafts((before) => new Map([...before].filter(([each]) => each !== key)));
  const set = (change: Partial<PartDraft>) => {
    const next = { ...(drafts.get(key) ?? saved), ...change };
    if (JSON.stringify(next) === JSON.stringify(saved)) discard();
    else setDrafts((before) => new Map(before).set(key, next));
  };
  return { draft: drafts.get(key) ?? saved, dirty: drafts.has(key), set, discard };
}

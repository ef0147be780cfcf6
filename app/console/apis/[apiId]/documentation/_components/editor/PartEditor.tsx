'use client';

import { useMemo } from 'react';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import { documentationIndex, saidBy } from '@/lib/model/documentationIndex';
import { savePart } from '../../actions';
import type { Catalog } from '../Catalog';
import { useWorkspace } from '../Workspace';
import { PartForm } from './PartForm';
import { PartHeader } from './PartHeader';
import { readPartDraft } from './partDraft';
import { ShownBy } from './ShownBy';
import { ShownMembers } from './ShownMembers';
import { type Drafts, usePartDraft } from './usePartDraft';

/** One location: its part as a form, and what readers will see there, member by member with its source. */
export function PartEditor(props: {
  location: DocumentationPartLocation;
  catalog: Catalog;
  drafts: [Drafts, (change: (before: Drafts) => Drafts) => void];
  onOpen: (location: DocumentationPartLocation) => void;
}) {
  const { location, catalog, onOpen } = props;
  const { restApiId, editable } = useWorkspace();
  const part = catalog.part(location);
  const { draft, dirty, set, discard } = usePartDraft(location, part, props.drafts);
  const action = useAction(savePart, { fields: ['properties'] });
  const read = readPartDraft(location.type, draft);
  const problem = 'problem' in read ? read.problem : undefined;
  const without = useWithout(catalog, location);
  const own = 'properties' in read ? saidBy(location.type, read.properties) : {};

  const save = async () => {
    if (!editable || !dirty || action.pending || !('properties' in read)) return;
    const properties = JSON.stringify(read.properties);
    if (!(await action.run({ restApiId, partId: part?.id, location, properties }))) return;
    discard();
    toast(`${documentationAddress(location)} saved. Publish a version to show it.`);
  };
  useSaveShortcut(() => void save());

  return (
    <div className="grid max-w-3xl content-start gap-6 p-4 md:p-5">
      <PartHeader location={location} part={part} isEntity={catalog.isEntity(location)} onDeleted={discard} />
      <PartForm
        type={location.type}
        draft={draft}
        set={set}
        above={without.properties}
        problem={problem ?? action.errorOf('properties')}
        rest={action.rest}
        readOnly={!editable}
        dirty={dirty}
        pending={action.pending}
        onSave={() => void save()}
        onDiscard={discard}
        isNew={part === undefined}
      />
      <ShownMembers location={location} without={without} own={own} onOpen={onOpen} />
      <ShownBy location={location} catalog={catalog} onOpen={onOpen} />
    </div>
  );
}

/** What the location would show if it had no part. */
function useWithout(catalog: Catalog, location: DocumentationPartLocation) {
  const key = locationKey(location);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the location
  return useMemo(() => {
    const others = catalog.parts.filter((part) => locationKey(part.location) !== key);
    return documentationIndex(others).resolve(location, catalog.said(location));
  }, [catalog, key]);
}

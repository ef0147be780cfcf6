'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { DocumentationPartLocation } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import { deletePart, savePart } from '../../actions';
import { type StoredPart, useWorkspace } from '../Workspace';

/** What is documented here, and the way to take the part away. */
export function PartHeader(props: {
  location: DocumentationPartLocation;
  part: StoredPart | undefined;
  isEntity: boolean;
  onDeleted: () => void;
}) {
  const { location, part, isEntity } = props;
  const { editable } = useWorkspace();
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1">
        <h2 className="flex min-w-0 flex-wrap items-center gap-2 font-semibold text-[15px]">
          {location.type === 'METHOD' && isEntity ? (
            <>
              <MethodBadge method={location.method ?? ''} />
              <span className="min-w-0 break-all font-mono font-medium">{location.path}</span>
            </>
          ) : (
            <span className="min-w-0 break-words">{documentationAddress(location)}</span>
          )}
        </h2>
        {!isEntity && (
          <p className="mt-1 text-muted">
            For several things at once, or for what this API does not have: who inherits it is listed below.
          </p>
        )}
      </div>
      {part && editable && <DeleteButton part={part} onDeleted={props.onDeleted} />}
    </header>
  );
}

/** Deletes at once; the toast brings the part back. */
function DeleteButton({ part, onDeleted }: { part: StoredPart; onDeleted: () => void }) {
  const { restApiId } = useWorkspace();
  const deletion = useAction(deletePart, { announce: true });
  const undo = useAction(savePart, { announce: true });
  const { id, location, properties } = part;
  const remove = async () => {
    if (!(await deletion.run({ restApiId, partId: id }))) return;
    onDeleted();
    undoToast(`Part of ${documentationAddress(location)} deleted`, () => {
      void undo.run({ restApiId, location, properties });
    });
  };
  return (
    <Button variant="danger" size="sm" busy={deletion.pending} onClick={() => void remove()}>
      <Trash2 aria-hidden />
      Delete part
    </Button>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../../actions';
import type { MethodSettings } from '../throttleDraft';
import { type CachingDraft, methodDraftOf, ttlField, withMethodCaching } from './cacheDraft';
import type { CachedMethod } from './cachedMethods';
import { MethodCachingFields } from './MethodCachingFields';

/** What one method decides for itself; all of it inherited takes its entry away. */
export function MethodCachingDialog(props: { stage: Stage; method: CachedMethod; onClose: () => void }) {
  const { stage, method } = props;
  const { restApiId, stageName, methodSettings } = stage;
  const router = useRouter();
  const [draft, setDraft] = useState(() => methodDraftOf(method.own));
  const action = useAction(updateStage, { fields: [ttlField(method.key)] });
  const back = useAction(updateStage, { announce: true });
  const undo = async () => {
    if (await back.run({ restApiId, stageName, methodSettings })) router.refresh();
  };
  const write = async (next: MethodSettings) => {
    if (!(await action.run({ restApiId, stageName, methodSettings: next }))) return;
    props.onClose();
    undoToast(`Caching of ${method.httpMethod} ${method.path} saved`, () => void undo());
    router.refresh();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void write(withMethodCaching(methodSettings, method.key, draft));
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={`Caching of ${method.httpMethod} ${method.path}`}
      description={`On ${stageName}, live as soon as it is saved.`}
    >
      <form onSubmit={save} className="grid gap-4">
        <FormError>{action.rest}</FormError>
        {method.collides.length > 0 && (
          <p className="text-warning">
            The cache key leaves {method.collides.join(', ')} out: calls that differ there alone get one and
            the same answer.
          </p>
        )}
        <MethodCachingFields
          draft={draft}
          set={(change: Partial<CachingDraft>) => setDraft({ ...draft, ...change })}
          httpMethod={method.httpMethod}
          ttlError={action.errorOf(ttlField(method.key))}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={action.pending}>
            Save caching
          </Button>
          {method.overridden && (
            <Button
              disabled={action.pending}
              onClick={() =>
                void write(withMethodCaching(methodSettings, method.key, methodDraftOf(undefined)))
              }
            >
              Remove the override
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

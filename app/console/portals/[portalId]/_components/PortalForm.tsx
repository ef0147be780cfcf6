'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Portal } from '@/lib/model/portalSite';
import { ReaderFields } from '../../_components/ReaderFields';
import { readerFields, readersFault } from '../../_components/readerDraft';
import { updatePortal } from '../../actions';
import type { ReaderPool } from '../../readReaderPools';
import { AddressFields } from './AddressFields';
import { draftOf, type PortalDraft, updateOf } from './portalDraft';
import { ThemeFields } from './ThemeFields';

const colorNames = ['accent', 'background', 'errorValidation', 'header', 'navigation', 'text'] as const;
const fields = [
  'portalContent.displayName',
  'portalContent.description',
  ...readerFields,
  'endpointConfiguration',
  'endpointConfiguration.acmManaged.domainName',
  ...colorNames.map((name) => `portalContent.theme.customColors.${name}Color`),
];

/** What every part of the form gets. */
export interface PortalPartProps {
  draft: PortalDraft;
  set: (change: Partial<PortalDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** All of a portal but its products and its logo; readers see it when it is published. */
export function PortalForm(props: { portal: Portal; pools: ReaderPool[]; editable: boolean }) {
  const { portal, pools, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => draftOf(portal));
  const [draft, setDraft] = useState(base);
  const action = useAction(updatePortal, { fields });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!dirty) return;
    const saved = await action.run({ portalId: portal.portalId, input: updateOf(draft, base, pools) });
    if (!saved) return;
    setBase(draftOf(saved));
    setDraft(draftOf(saved));
    toast(saved.publishStatus === 'PUBLISHED' ? 'Saved; readers see it when you publish' : 'Portal saved');
    router.refresh();
  }

  const part: PortalPartProps = {
    draft,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <fieldset disabled={!editable} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        <FormError>{action.rest}</FormError>
        <ContentFields {...part} />
        <Section title="Readers" description="Who may read the portal once it is published.">
          <div className="grid max-w-2xl gap-4">
            <ReaderFields
              draft={draft.readers}
              pools={pools}
              callbackUrl={`${portal.url}/callback`}
              onChange={(readers) => part.set({ readers })}
              error={readersFault(action.errorOf)}
            />
          </div>
        </Section>
        <AddressFields {...part} portal={portal} />
        <ThemeFields {...part} />
        {editable && (
          <div className="sticky bottom-0 z-10 -mx-5 flex items-center gap-3 border-t bg-canvas px-5 py-3">
            <Button
              type="submit"
              variant="primary"
              busy={action.pending}
              disabled={!dirty}
              aria-keyshortcuts="Control+S"
            >
              Save portal
            </Button>
            {dirty && <Button onClick={() => setDraft(base)}>Discard changes</Button>}
          </div>
        )}
      </fieldset>
    </form>
  );
}

function ContentFields({ draft, set, errorOf }: PortalPartProps) {
  return (
    <Section title="Content">
      <div className="grid max-w-2xl gap-4">
        <Field label="Name" required error={errorOf('portalContent.displayName')}>
          <Input value={draft.displayName} onChange={(event) => set({ displayName: event.target.value })} />
        </Field>
        <Field
          label="Description"
          help="Stands below the name on the portal’s first page."
          error={errorOf('portalContent.description')}
        >
          <Textarea
            rows={2}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
      </div>
    </Section>
  );
}

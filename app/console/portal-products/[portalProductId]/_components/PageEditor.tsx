'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { ProductPage } from '@/lib/model/portalSite';
import { createPage, updatePage } from '../../actions';
import { MarkdownField } from './MarkdownField';

const fields = ['title', 'body'];
const states = {
  overview: { word: 'Overview', tone: 'accent' },
  page: { word: 'Shown', tone: 'success' },
  draft: { word: 'Draft', tone: 'neutral' },
} as const;

/** A page of the product, or one that is written for the first time: it becomes a draft. */
export function PageEditor(props: {
  portalProductId: string;
  page?: ProductPage;
  state: keyof typeof states;
  onCreated: (productPageId: string) => void;
  onCancel: () => void;
  editable: boolean;
}) {
  const { portalProductId, page, editable } = props;
  const router = useRouter();
  const [base, setBase] = useState({ title: page?.title ?? '', body: page?.body ?? '' });
  const [draft, setDraft] = useState(base);
  const update = useAction(updatePage, { fields });
  const create = useAction(createPage, { fields });
  const { pending, rest, errorOf } = page ? update : create;
  const dirty = draft.title !== base.title || draft.body !== base.body;
  const [made, setMade] = useState(false);
  useUnsavedGuard(dirty && !pending && !made);
  const save = async () => {
    if (!editable || !dirty || pending) return;
    const saved = page
      ? await update.run({ portalProductId, productPageId: page.productPageId, input: draft })
      : await create.run({ portalProductId, input: draft });
    if (!saved) return;
    setBase({ title: saved.title, body: saved.body });
    setDraft({ title: saved.title, body: saved.body });
    toast(page ? 'Page saved' : `${saved.title} created as a draft`);
    router.refresh();
    if (page) return;
    setMade(true);
    props.onCreated(saved.productPageId);
  };
  useSaveShortcut(() => void save(), editable);
  const { word, tone } = states[props.state];
  return (
    <article
      aria-label={page ? page.title : 'New page'}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 p-5"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 truncate font-semibold text-[15px] leading-6">
          {page ? page.title : 'New page'}
        </h2>
        {page && <Badge tone={tone}>{word}</Badge>}
        {editable && (
          <span className="ml-auto flex gap-2">
            {!page && <Button onClick={props.onCancel}>Cancel</Button>}
            {page && dirty && <Button onClick={() => setDraft(base)}>Discard changes</Button>}
            <Button
              variant="primary"
              busy={pending}
              disabled={!dirty}
              aria-keyshortcuts="Control+S"
              onClick={() => void save()}
            >
              {page ? 'Save page' : 'Create page'}
            </Button>
          </span>
        )}
      </div>
      <FormError>{rest}</FormError>
      {editable && (
        <Field label="Title" required error={errorOf('title')} className="max-w-2xl">
          <Input
            value={draft.title}
            maxLength={255}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </Field>
      )}
      <MarkdownField
        label="Body"
        value={draft.body}
        onChange={(body) => setDraft({ ...draft, body })}
        error={errorOf('body')}
        editable={editable}
      />
    </article>
  );
}

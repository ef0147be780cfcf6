'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Progress } from '@/components/ui/Progress';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Portal } from '@/lib/model/portalSite';
import { PortalStatus } from '../../_components/PortalStatus';
import { publishPortal } from '../../actions';

/** What readers have now, whether it is what the portal is, and the button that makes it so. */
export function PublishSection({ portal, editable }: { portal: Portal; editable: boolean }) {
  const { portalId, publishStatus, isChanged } = portal;
  const router = useRouter();
  const [description, setDescription] = useState('');
  const action = useAction(publishPortal);
  const isPublished = publishStatus === 'PUBLISHED';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await action.run({ portalId, description: description.trim() }))) return;
    setDescription('');
    toast('Portal published');
    router.refresh();
  };
  return (
    <Section
      title="Published version"
      description="A copy of the portal and its products, made when you publish."
    >
      <Facts portal={portal} />
      {isPublished && isChanged && (
        <p className="rounded-md border border-warning/30 bg-warning-fill px-3 py-2 text-warning">
          The portal or one of its products was changed since it was published. Readers still see the version
          above.
        </p>
      )}
      {editable && (
        <form onSubmit={(event) => void submit(event)} className="grid max-w-2xl gap-3">
          <FormError>{action.error && faultText(action.error)}</FormError>
          <Field label="Description of changes" help="For you and your colleagues; readers do not see it.">
            <Input value={description} onChange={(event) => setDescription(event.target.value)} />
          </Field>
          <Button
            type="submit"
            variant={isPublished && !isChanged ? 'secondary' : 'primary'}
            busy={action.pending}
            className="justify-self-start"
          >
            {isPublished ? 'Publish again' : 'Publish portal'}
          </Button>
          {action.pending && <Progress label="Copying pages and endpoints into the published version" />}
        </form>
      )}
    </Section>
  );
}

function Facts({ portal }: { portal: Portal }) {
  const { lastPublished, lastPublishedDescription, url, publishStatus } = portal;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-baseline gap-x-6 gap-y-1.5">
      <dt className="text-muted">Status</dt>
      <dd>
        <PortalStatus portal={portal} />
      </dd>
      {publishStatus === 'PUBLISHED' && (
        <>
          <dt className="text-muted">Address</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2">
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              className="wrap-anywhere text-accent-ink underline"
            >
              {url}
            </a>
            <CopyButton value={url} what="address" />
          </dd>
        </>
      )}
      <dt className="text-muted">Last published</dt>
      <dd>{lastPublished === undefined ? 'Never' : <RelativeTime time={lastPublished} />}</dd>
      {lastPublishedDescription && (
        <>
          <dt className="text-muted">Changes then</dt>
          <dd className="wrap-anywhere">{lastPublishedDescription}</dd>
        </>
      )}
    </dl>
  );
}

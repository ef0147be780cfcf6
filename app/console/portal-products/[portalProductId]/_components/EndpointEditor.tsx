'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { EndpointPage } from '@/lib/model/portalSite';
import { updateEndpoint } from '../../actions';
import { EndpointBody } from './EndpointBody';
import { EndpointFault, EndpointSource } from './EndpointSource';
import { endpointDraftOf, endpointUpdateOf } from './endpointDraft';

const fields = ['overrides.operationName', 'overrides.endpoint', 'overrides.body', 'tryItState'];

/** An endpoint's page: what the API says of it, what stands in place of that, and whether readers may try it. */
export function EndpointEditor(props: {
  portalProductId: string;
  endpoint: EndpointPage;
  apiName: string | undefined;
  isDraft: boolean;
  editable: boolean;
}) {
  const { portalProductId, endpoint, editable } = props;
  const { productRestEndpointPageId, method, path, overrides } = endpoint;
  const router = useRouter();
  const [base, setBase] = useState(() => endpointDraftOf(endpoint));
  const [draft, setDraft] = useState(base);
  const action = useAction(updateEndpoint, { fields });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  const save = async () => {
    if (!editable || !dirty || action.pending) return;
    const input = endpointUpdateOf(draft);
    const saved = await action.run({ portalProductId, productRestEndpointPageId, input });
    if (!saved) return;
    setBase(endpointDraftOf(saved));
    setDraft(endpointDraftOf(saved));
    toast('Endpoint saved');
    router.refresh();
  };
  useSaveShortcut(() => void save(), editable);
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));
  const unavailable = endpoint.tryItState === 'UNAVAILABLE';
  return (
    <article aria-label={`${method} ${path}`} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <div className="flex flex-wrap items-center gap-2">
        <MethodBadge method={method} />
        <h2 className="wrap-anywhere min-w-0 font-mono font-semibold">{path}</h2>
        <Badge tone={props.isDraft ? 'neutral' : 'success'}>{props.isDraft ? 'Draft' : 'Shown'}</Badge>
        {endpoint.status === 'FAILED' && <Badge tone="danger">Failed</Badge>}
        {editable && (
          <span className="ml-auto flex gap-2">
            {dirty && <Button onClick={() => setDraft(base)}>Discard changes</Button>}
            <Button
              variant="primary"
              busy={action.pending}
              disabled={!dirty}
              aria-keyshortcuts="Control+S"
              onClick={() => void save()}
            >
              Save endpoint
            </Button>
          </span>
        )}
      </div>
      <EndpointSource endpoint={endpoint} apiName={props.apiName} />
      <EndpointFault endpoint={endpoint} isApiGone={props.apiName === undefined} />
      <FormError>{action.rest}</FormError>
      <fieldset disabled={!editable} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid gap-4 lg:grid-cols-2">
          <Field
            label="Operation name"
            help={
              overrides?.operationName === undefined && endpoint.operationName
                ? `Empty: the API’s own, ${endpoint.operationName}.`
                : 'Empty: the API’s own, or the path where it has none.'
            }
            error={action.errorOf('overrides.operationName')}
          >
            <Input
              value={draft.operationName}
              maxLength={255}
              placeholder={overrides?.operationName === undefined ? endpoint.operationName : undefined}
              onChange={(event) => set({ operationName: event.target.value })}
            />
          </Field>
          <Field
            label="Endpoint"
            help="The address that readers see. Empty: the stage’s own."
            error={action.errorOf('overrides.endpoint')}
          >
            <Input
              mono
              spellCheck={false}
              value={draft.endpoint}
              maxLength={1024}
              placeholder={overrides?.endpoint === undefined ? endpoint.endpoint : undefined}
              onChange={(event) => set({ endpoint: event.target.value })}
            />
          </Field>
        </div>
        <Field
          label="Readers may try it"
          inline
          help={
            unavailable
              ? 'Not of a private API: no browser reaches it.'
              : 'On the portal’s page, through the gateway; not in previews.'
          }
        >
          <Switch
            checked={draft.tryIt && !unavailable}
            disabled={unavailable || !editable}
            onCheckedChange={(tryIt) => set({ tryIt })}
          />
        </Field>
        <EndpointBody
          documented={endpoint.rawBody}
          value={draft.body}
          onChange={(body) => set({ body })}
          error={action.errorOf('overrides.body')}
          editable={editable}
        />
      </fieldset>
    </article>
  );
}

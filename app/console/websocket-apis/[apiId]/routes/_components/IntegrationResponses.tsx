'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Integration, IntegrationResponse } from '@/lib/model/v2/integration';
import { deleteIntegrationResponse, saveIntegrationResponse } from '../actions';
import { IntegrationResponseDrawer } from './drawers/IntegrationResponseDrawer';
import type { RoutePlace } from './RoutePlace';

/** What an answer is turned into before the client gets it, by what the backend answered. */
export function IntegrationResponses(props: { place: RoutePlace; integration: Integration }) {
  const { apiId, integrationResponses, editable } = props.place;
  const { integrationId, integrationType } = props.integration;
  const [open, setOpen] = useState<IntegrationResponse | 'new' | null>(null);
  const deletion = useAction(deleteIntegrationResponse, { announce: true });
  const restoration = useAction(saveIntegrationResponse, { announce: true });
  const remove = async ({ integrationResponseId: id, integrationResponseKey }: IntegrationResponse) => {
    const response = await deletion.run({ apiId, integrationId, id });
    if (!response) return;
    undoToast(
      `Integration response ${integrationResponseKey} deleted`,
      () => void restoration.run({ apiId, integrationId, response }),
    );
  };
  return (
    <Section
      title="Integration responses"
      description={
        integrationType === 'AWS'
          ? 'Chosen by the error message of the function or service; $default is for all others.'
          : 'Chosen by the status code of the answer; $default is for all others.'
      }
      actions={
        editable && (
          <Button size="sm" onClick={() => setOpen('new')}>
            <Plus aria-hidden />
            Add integration response
          </Button>
        )
      }
    >
      {integrationResponses.length === 0 && (
        <p className="text-muted">None yet: without $default the client gets no answer.</p>
      )}
      <ul className="max-w-2xl divide-y">
        {integrationResponses.map((response) => (
          <li key={response.integrationResponseId} className="flex items-center gap-3 py-1">
            <button
              type="button"
              className="min-w-0 flex-1 truncate text-left text-accent-ink hover:underline"
              onClick={() => setOpen(response)}
            >
              <span className="font-mono">{response.integrationResponseKey}</span>
              <span className="text-muted"> {templateWords(response)}</span>
            </button>
            {editable && (
              <IconButton
                label={`Delete integration response ${response.integrationResponseKey}`}
                onClick={() => void remove(response)}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <IntegrationResponseDrawer
          apiId={apiId}
          integrationId={integrationId}
          {...(open !== 'new' && { response: open })}
          editable={editable}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function templateWords({ responseTemplates = {} }: IntegrationResponse): string {
  const count = Object.keys(responseTemplates).length;
  if (count === 0) return 'the answer as it is';
  return count === 1 ? 'one template' : `${count} templates`;
}

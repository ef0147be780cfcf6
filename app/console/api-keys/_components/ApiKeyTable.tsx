'use client';

import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { apiKeyColumns } from './apiKeyColumns';
import { DeleteApiKeyDialog } from './DeleteApiKeyDialog';
import { EditApiKeyDialog } from './EditApiKeyDialog';
import { KeyMenu, type KeyTask } from './KeyMenu';
import type { KeyLine } from './keyLines';
import { ShowValueDialog } from './ShowValueDialog';
import { useKeySwitch } from './useKeySwitch';

/** All API keys, newest first; what needs a question opens as a dialog over the table. */
export function ApiKeyTable(props: { keys: KeyLine[]; editable: boolean }) {
  const { keys, set } = useKeySwitch(props.keys);
  const [asked, setAsked] = useState<{ task: KeyTask; key: KeyLine } | null>(null);
  const close = () => setAsked(null);
  const menu = (key: KeyLine) => (
    <KeyMenu apiKey={key} onSwitch={() => set(key, !key.enabled)} onAsk={(task) => setAsked({ task, key })} />
  );
  return (
    <>
      <DataTable
        label="API keys"
        rows={keys}
        columns={apiKeyColumns(props.editable ? menu : undefined)}
        rowKey={(key) => key.id}
        initialSort="name.asc"
        empty={
          <EmptyState title="No API key yet">
            A key lets one caller use the stages of its usage plans, within their limits.
          </EmptyState>
        }
      />
      {asked?.task === 'show' && <ShowValueDialog apiKey={asked.key} onClose={close} />}
      {asked?.task === 'edit' && <EditApiKeyDialog apiKey={asked.key} onClose={close} />}
      {asked?.task === 'delete' && <DeleteApiKeyDialog apiKey={asked.key} onClose={close} />}
    </>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import { deleteApiKey, weekOfApiKey } from '../actions';
import { type KeyLine, keyTitle } from './keyLines';

/** Names the key, when it was last used, and how much in the last 7 days. */
export function DeleteApiKeyDialog({ apiKey, onClose }: { apiKey: KeyLine; onClose: () => void }) {
  const action = useAction(deleteApiKey);
  const calls = useWeek(apiKey.id);
  return (
    <ConfirmDelete
      open
      onOpenChange={onClose}
      what="API key"
      name={keyTitle(apiKey)}
      error={action.rest}
      onDelete={async () => Boolean(await action.run({ apiKeyId: apiKey.id }))}
    >
      <p>
        {apiKey.lastUsedAt ? (
          <>
            Last used <RelativeTime time={apiKey.lastUsedAt} />
          </>
        ) : (
          'Never used'
        )}
        {calls !== null &&
          `, ${calls.toLocaleString('en')} ${calls === 1 ? 'call' : 'calls'} in the last 7 days`}
        .
      </p>
      <p>Who still sends it gets 403 within a second. A deleted value cannot be brought back.</p>
    </ConfirmDelete>
  );
}

/** Null until it is known. */
function useWeek(apiKeyId: string): number | null {
  const [calls, setCalls] = useState<number | null>(null);
  const { run } = useAction(weekOfApiKey);
  useEffect(() => {
    void run({ apiKeyId }).then((week) => setCalls(week?.calls ?? null));
  }, [run, apiKeyId]);
  return calls;
}

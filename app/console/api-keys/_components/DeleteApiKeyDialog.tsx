'use client';

import { useWeekOfTraffic } from '@/app/console/_components/useWeekOfTraffic';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import { deleteApiKey } from '../actions';
import { type KeyLine, keyTitle } from './keyLines';

/** Names the key, when it was last used, and how much in the last 7 days. */
export function DeleteApiKeyDialog({ apiKey, onClose }: { apiKey: KeyLine; onClose: () => void }) {
  const action = useAction(deleteApiKey);
  const week = useWeekOfTraffic({ apiKeyId: apiKey.id });
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
        {week &&
          `, ${week.calls.toLocaleString('en')} ${week.calls === 1 ? 'call' : 'calls'} in the last 7 days`}
        .
      </p>
      <p>Who still sends it gets 403 within a second. A deleted value cannot be brought back.</p>
    </ConfirmDelete>
  );
}

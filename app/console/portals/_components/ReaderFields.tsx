'use client';

import Link from 'next/link';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { ReaderPool } from '../readReaderPools';
import type { ReaderDraft } from './readerDraft';

/** Who may read a portal: everybody, or those who sign in to a user pool by one of its clients. */
export function ReaderFields(props: {
  draft: ReaderDraft;
  pools: readonly ReaderPool[];
  onChange: (draft: ReaderDraft) => void;
  /** where the pool sends people back to; it must stand among the client's callback URLs */
  callbackUrl?: string;
  error?: string | undefined;
}) {
  const { draft, pools } = props;
  const pool = pools.find(({ arn }) => arn === draft.userPoolArn);
  const client = pool?.clients.find(({ clientId }) => clientId === draft.appClientId);
  const choosePool = (userPoolArn: string) => {
    const [first] = pools.find(({ arn }) => arn === userPoolArn)?.clients ?? [];
    props.onChange({ userPoolArn, appClientId: first?.clientId ?? '' });
  };
  const { callbackUrl } = props;
  return (
    <>
      <Field label="Who may read it" error={props.error}>
        <Select
          value={draft.userPoolArn}
          onChange={(event) => choosePool(event.target.value)}
          options={[
            { value: '', label: 'Everybody' },
            ...pools.map(({ arn, name }) => ({ value: arn, label: `Users of the pool ${name}` })),
            ...(draft.userPoolArn && !pool
              ? [{ value: draft.userPoolArn, label: `${draft.userPoolArn} (no such pool here)` }]
              : []),
          ]}
        />
      </Field>
      {draft.userPoolArn !== '' && pool && (
        <Field
          label="App client"
          required
          help="One without a secret that allows the flow code: readers sign in by it."
        >
          <Select
            value={draft.appClientId}
            onChange={(event) => props.onChange({ ...draft, appClientId: event.target.value })}
            options={[
              ...(client ? [] : [{ value: draft.appClientId, label: draft.appClientId || 'None fits' }]),
              ...pool.clients.map(({ clientId, clientName }) => ({
                value: clientId,
                label: `${clientName} · ${clientId}`,
              })),
            ]}
          />
        </Field>
      )}
      {pool && pool.clients.length === 0 && (
        <p className="text-muted text-small">
          This pool has no such client:{' '}
          <Link
            href={`/console/user-pools/${idOf(pool)}/clients?create=1`}
            className="text-accent-ink underline"
          >
            create one
          </Link>
          , then come back.
        </p>
      )}
      {client && callbackUrl && !client.callbackUrls.includes(callbackUrl) && (
        <p className="text-small text-warning">
          {client.clientName} does not have <code className="wrap-anywhere">{callbackUrl}</code> among its
          callback URLs, so nobody can sign in to the portal by it.
        </p>
      )}
    </>
  );
}

/** ARNs of pools end with their id. */
const idOf = ({ arn }: ReaderPool) => arn.split('/').at(-1) ?? '';

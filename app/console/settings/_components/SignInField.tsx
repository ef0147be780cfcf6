'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { Role } from '@/lib/model/role';
import { roleGroups } from '@/lib/model/userPoolSignIn';
import { consoleMembers } from '../actions';
import type { PartProps } from './SettingsFields';

export interface PoolChoice {
  id: string;
  name: string;
}

/** The pool whose people may sign in here, and, before it is saved, whom that makes what. */
export function SignInField({
  draft,
  set,
  errorOf,
  pools,
  stored,
}: Pick<PartProps, 'draft' | 'set' | 'errorOf'> & { pools: PoolChoice[]; stored: string }) {
  const { signInUserPoolId: chosen } = draft;
  return (
    <Section
      title="Sign-in"
      description={`The people of a user pool can sign in to portal and console too. Members of ${groupNames} have that role here; all others are developers. From then on only administrators change the pool.`}
    >
      <Field label="User pool" className="max-w-md" error={errorOf('signInUserPoolId')}>
        <Select
          value={chosen}
          onChange={(event) => set({ signInUserPoolId: event.target.value })}
          options={[
            { value: '', label: 'None' },
            ...pools.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
          ]}
        />
      </Field>
      {pools.length === 0 && (
        <p className="text-muted">
          There is no user pool yet.{' '}
          <Link className="text-accent-ink underline" href="/console/user-pools/new">
            Create user pool
          </Link>
        </p>
      )}
      {chosen !== '' && chosen !== stored && <Members key={chosen} userPoolId={chosen} />}
      {stored !== '' && chosen !== stored && (
        <p>Whoever signed in by the pool of before is signed out when you save.</p>
      )}
    </Section>
  );
}

const groupNames = new Intl.ListFormat('en').format(Object.values(roleGroups));

function Members({ userPoolId }: { userPoolId: string }) {
  const [members, setMembers] = useState<{ username: string; role: Role }[]>();
  const { run, rest } = useAction(consoleMembers);
  useEffect(() => {
    void run({ userPoolId }).then(setMembers);
  }, [run, userPoolId]);
  if (rest) return <p className="text-danger">{rest}</p>;
  if (!members) return <p className="text-muted">Looking who has a role by it.</p>;
  if (members.length === 0) return <p>Nobody in it has a role of the console by the groups it has now.</p>;
  return (
    <div>
      <p>By the groups it has now, these people get a role of the console when you save:</p>
      <ul className="mt-2 max-h-48 max-w-md divide-y overflow-y-auto border-y">
        {members.map(({ username, role }) => (
          <li key={username} className="flex min-w-0 justify-between gap-3 py-1">
            <span className="min-w-0 truncate">{username}</span>
            <span className="text-muted">{role}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

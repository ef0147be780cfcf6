'use client';

import { AccountForm } from '../../_components/AccountForm';
import { createFirstAdministrator } from '../../actions';

export function SetupForm({ token }: { token: string }) {
  return (
    <AccountForm
      create={(account) => createFirstAdministrator({ token, ...account })}
      returnTo="/console"
      submitLabel="Make the account"
    />
  );
}

import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/PageHeader';
import { Tabs } from '@/components/ui/Tabs';
import { identityHref } from './identityHref';

const tabs = [
  { href: identityHref.users, label: 'Users' },
  { href: identityHref.policies, label: 'Policies' },
  { href: identityHref.simulator, label: 'Simulator' },
];

/** Title and tabs of the three pages that identity consists of. */
export function IdentityHeader({ description, actions }: { description: string; actions?: ReactNode }) {
  return (
    <>
      <PageHeader title="Identity" description={description} actions={actions} />
      <Tabs label="Identity" tabs={tabs} />
    </>
  );
}

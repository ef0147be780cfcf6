import type { Metadata } from 'next';
import { Section } from '@/components/ui/Section';
import { DeleteUserPoolButton } from '../../_components/DeleteUserPoolButton';
import { UserPoolForm } from '../../_components/UserPoolForm';
import { findUserPool } from '../findUserPool';

export const metadata: Metadata = { title: 'User pool settings' };

export default async function UserPoolSettingsPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { pool, signsInHere, editable } = await findUserPool((await params).userPoolId);
  return (
    <div className="grid max-w-3xl gap-4">
      {!editable && (
        <p className="text-muted">
          Your role reads this user pool; {signsInHere ? 'an administrator' : 'an editor'} changes it.
        </p>
      )}
      <UserPoolForm key={pool.id} pool={pool} editable={editable} />
      {editable && (
        <Section title="Delete" className="mt-2 border-t pt-4">
          <DeleteUserPoolButton pool={pool} />
        </Section>
      )}
    </div>
  );
}

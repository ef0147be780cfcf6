import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { Section } from '@/components/ui/Section';
import { DeleteUserPoolButton } from '../../_components/DeleteUserPoolButton';
import { UserPoolForm } from '../../_components/UserPoolForm';
import { findUserPool } from '../findUserPool';

export const metadata: Metadata = { title: 'User pool settings' };

export default async function UserPoolSettingsPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { actor, pool } = await findUserPool((await params).userPoolId);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-3xl gap-4">
      {!editable && <p className="text-muted">Your role reads user pools; an editor changes them.</p>}
      <UserPoolForm key={pool.id} pool={pool} editable={editable} />
      {editable && (
        <Section title="Delete" className="mt-2 border-t pt-4">
          <DeleteUserPoolButton pool={pool} />
        </Section>
      )}
    </div>
  );
}

import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { Button } from '@/components/ui/Button';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { AuthorizerEditor } from './_components/AuthorizerEditor';
import { AuthorizerTable } from './_components/AuthorizerTable';
import { authorizerHref } from './_components/authorizerHref';
import { authorizerUses } from './_components/authorizerUses';
import { readAuthorizerChoices } from './readAuthorizerChoices';

export const metadata: Metadata = { title: 'Authorizers' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ create?: string }> };

export default async function AuthorizersPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const editable = canEdit(actor);
  if (editable && (await searchParams).create)
    return <AuthorizerEditor restApiId={apiId} editable choices={await readAuthorizerChoices(actor)} />;
  const { authorizers, resources } = control();
  const [all, tree] = await Promise.all([authorizers.list(actor, apiId), resources.list(actor, apiId)]);
  const uses = authorizerUses(tree);
  return (
    <div className="grid content-start gap-4 p-5">
      <p className="max-w-[80ch] text-muted">
        Who may call. A method asks the authorizer that its method request names; changes take effect with the
        next deployment.
      </p>
      <AuthorizerTable
        restApiId={apiId}
        rows={all.map((authorizer) => ({ ...authorizer, uses: uses.get(authorizer.id) ?? [] }))}
        create={editable && <CreateLink apiId={apiId} />}
      />
    </div>
  );
}

const CreateLink = ({ apiId }: { apiId: string }) => (
  <Button variant="primary" asChild>
    <Link href={authorizerHref(apiId)}>
      <Plus aria-hidden />
      Create authorizer
    </Link>
  </Button>
);

import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { CreateWebSocketApiForm } from '../_components/CreateWebSocketApiForm';

export const metadata: Metadata = { title: 'Create WebSocket API' };

export default async function NewWebSocketApiPage() {
  if (!canEdit(await requireConsole()))
    return (
      <Notice kind="denied" title="Viewers do not create APIs">
        Ask an administrator for the role of editor.
      </Notice>
    );
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader
        title="Create WebSocket API"
        description="Clients stay connected, and each message goes to the route that it names."
      />
      <CreateWebSocketApiForm />
    </div>
  );
}

import { redirect } from 'next/navigation';
import { webSocketHref } from './webSocketHref';

export default async function WebSocketApiPage({ params }: { params: Promise<{ apiId: string }> }) {
  redirect(webSocketHref((await params).apiId, 'routes'));
}

import type { Metadata } from 'next';
import { ApiDashboard } from '@/app/console/dashboard/_components/ApiDashboard';
import { findWebSocketApi } from '../findWebSocketApi';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WebSocketApiDashboardPage({ params, searchParams }: Props) {
  const { actor, api } = await findWebSocketApi((await params).apiId);
  return <ApiDashboard actor={actor} api={api} search={await searchParams} />;
}

import type { Metadata } from 'next';
import { ApiDashboard } from '@/app/console/dashboard/_components/ApiDashboard';
import { findHttpApi } from '../findHttpApi';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HttpApiDashboardPage({ params, searchParams }: Props) {
  const { actor, api } = await findHttpApi((await params).apiId);
  return <ApiDashboard actor={actor} api={api} search={await searchParams} />;
}

import { redirect } from 'next/navigation';

export default async function ApiPage({ params }: { params: Promise<{ apiId: string }> }) {
  redirect(`/console/apis/${(await params).apiId}/resources`);
}

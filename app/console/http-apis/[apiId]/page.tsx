import { redirect } from 'next/navigation';

export default async function HttpApiPage({ params }: { params: Promise<{ apiId: string }> }) {
  redirect(`/console/http-apis/${(await params).apiId}/routes`);
}

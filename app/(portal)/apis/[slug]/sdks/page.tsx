import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SdkList } from '@/components/portal/SdkList';
import { control } from '@/lib/runtime/slot';
import { productPage } from '../productPage';

export const metadata: Metadata = { title: 'SDKs' };

export default async function SdksPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug, kind } = await productPage((await params).slug);
  if (kind !== 'REST') notFound();
  const sdks = await control().portal.sdks(slug);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="max-w-2xl text-muted">
        A client has a method for each operation and the models as types. It needs nothing but its language's
        standard library, and is made anew from what this API answers now.
      </p>
      <SdkList slug={slug} sdks={sdks} />
    </div>
  );
}

import type { Metadata } from 'next';
import { currentActor } from '@/app/currentActor';
import { withoutPreflights } from '@/components/portal/operations';
import { type OwnKey, Reference } from '@/components/portal/Reference';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { productPage } from '../productPage';

export const metadata: Metadata = { title: 'Reference' };

export default async function ReferencePage({ params }: { params: Promise<{ slug: string }> }) {
  const page = await productPage((await params).slug);
  const keys = await ownKeys(await currentActor());
  return (
    <>
      <p className="text-muted text-small">
        <a href={`/api/catalogue/${page.slug}/openapi`} className="text-accent-ink underline">
          Download the OpenAPI document
        </a>
      </p>
      <Reference
        slug={page.slug}
        openapi={withoutPreflights(page.openapi)}
        invokeUrl={page.invokeUrl}
        keys={keys}
      />
    </>
  );
}

async function ownKeys(actor: Actor): Promise<OwnKey[]> {
  if (actor.kind !== 'user') return [];
  const apps = await control().portal.apps(actor);
  return apps.flatMap((app) =>
    app.keys.filter((key) => key.enabled).map((key) => ({ id: key.id, label: `${app.name} · ${key.hint}` })),
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { currentActor } from '@/app/currentActor';
import { PlanList } from '@/components/portal/PlanList';
import { Button } from '@/components/ui/Button';
import type { App, PortalPlan } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';
import { productPage } from '../productPage';
import { SubscribeButton } from './SubscribeButton';

export const metadata: Metadata = { title: 'Plans' };

export default async function PlansPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const page = await productPage(slug);
  // Usage plans and keys are of REST APIs.
  if (page.kind !== 'REST') notFound();
  const actor = await currentActor();
  const apps = actor.kind === 'user' ? await control().portal.apps(actor) : null;
  return (
    <PlanList
      plans={page.plans}
      action={(plan) =>
        apps ? <SubscribeButton plan={plan} apps={choices(apps, plan)} /> : <SignUpFirst slug={slug} />
      }
    />
  );
}

/** Apps that may still subscribe to the plan. */
const choices = (apps: App[], plan: PortalPlan) =>
  apps
    .filter((app) => !app.subscriptions.some((each) => each.usagePlanId === plan.id && isLiving(each.state)))
    .map(({ id, name }) => ({ id, name }));
const isLiving = (state: string) => state === 'ACTIVE' || state === 'PENDING';

function SignUpFirst({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/sign-up?next=${encodeURIComponent(`/apis/${slug}/plans`)}`}>Sign up for a key</Link>
    </Button>
  );
}

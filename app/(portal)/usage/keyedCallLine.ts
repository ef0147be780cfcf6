import { firstCallLine } from '@/components/usage/firstCallLine';
import type { App } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';

/** A curl line for a call that needs a key, of a product whose plan one of the apps has; undefined without any. */
export async function keyedCallLine(apps: readonly App[]): Promise<string | undefined> {
  const active = new Set(
    apps
      .flatMap((app) => app.subscriptions.filter(({ state }) => state === 'ACTIVE'))
      .map((each) => each.usagePlanId),
  );
  for (const { slug } of await control().portal.catalogue()) {
    const page = await control().portal.page(slug);
    if (!page.openapi || !page.plans.some((plan) => active.has(plan.id))) continue;
    const line = firstCallLine(page.openapi, page.invokeUrl, true);
    if (line) return line;
  }
  return undefined;
}

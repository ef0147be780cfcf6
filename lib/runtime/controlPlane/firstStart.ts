import type { Control, RestApi } from '@/lib/control/control';
import { actorName } from '@/lib/control/permission';
import { firstStart as actor } from '@/lib/model/role';

const stageName = 'demo';

const overview = `The pet store is a small example: its backend runs beside the gateway, so every call works at once.

## First calls

List the pets with \`GET /pets\`; narrow by \`type\` and turn pages with \`page\`. \`GET /pets/{petId}\` answers one pet,
and \`POST /pets\` adds the pet that you send.

## Keys

Reading is open. \`POST /pets\` wants a key: subscribe to the free plan, send the key in the \`x-api-key\` header, and
see the calls on your usage page.
`;

/**
 * Fills a new installation, so that its portal and gateway have something to show: the pet store, deployed,
 * published and with a free plan. Once anyone but this start has changed anything it does nothing; a start that
 * was killed half way is completed by the next.
 */
export async function makeSample(control: Control): Promise<void> {
  const history = await control.audit.list(actor);
  if (history.some((entry) => entry.actor !== actorName(actor))) return;
  const [known] = await control.restApis.list(actor);
  const api = known ?? (await control.restApis.createSample(actor));
  if (api.stageNames.length === 0)
    await control.deployments.create(actor, api.id, { stageName, description: 'The sample as it comes' });
  if ((await control.portal.products(actor)).length === 0) await publish(control, api);
  if ((await control.usagePlans.list(actor)).length === 0) await offerFreePlan(control, api);
}

/** A URL that answers a pet, while the sample is there. */
export async function sampleUrl(control: Control, gatewayUrl: string): Promise<string | undefined> {
  const apis = await control.restApis.list(actor);
  const api = apis.find(({ name, stageNames }) => name === 'PetStore' && stageNames.includes(stageName));
  // By path and not by host: not every resolver knows names below localhost.
  return api && `${gatewayUrl}/_aws/execute-api/${api.id}/${stageName}/pets/1`;
}

async function publish(control: Control, { id }: RestApi): Promise<void> {
  await control.portal.putProduct(actor, null, {
    slug: 'pet-store',
    restApiId: id,
    stageName,
    displayName: 'Pet store',
    description: 'The example that comes with Gatehouse: list, find and add pets.',
    overview,
    published: true,
  });
}

async function offerFreePlan(control: Control, { id }: RestApi): Promise<void> {
  await control.usagePlans.create(actor, {
    name: 'Free',
    description: 'For trying things out.',
    apiStages: [{ apiId: id, stage: stageName }],
    throttle: { rateLimit: 10, burstLimit: 20 },
    quota: { limit: 1_000, offset: 0, period: 'DAY' },
    offeredInPortal: true,
  });
}

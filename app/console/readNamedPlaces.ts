'use server';

import { currentActor } from '@/app/currentActor';
import type { NamedPlace } from '@/components/console/places';
import { control } from '@/lib/runtime/slot';

/** Everything beside the APIs that has a name and a page of its own, for the palette. */
export async function readNamedPlaces(): Promise<NamedPlace[]> {
  const actor = await currentActor();
  const { functions, userPools, usagePlans, domainNames, vpcLinks, portals } = control();
  const found = await Promise.all([
    placesOf('function', functions.list(actor), (each) => [each.functionName, each.functionName]),
    placesOf('user pool', userPools.list(actor), (each) => [each.id, each.name]),
    placesOf('usage plan', usagePlans.list(actor), (each) => [each.id, each.name]),
    placesOf('domain name', domainNames.list(actor), (each) => [each.domainName, each.domainName]),
    placesOf('VPC link', vpcLinks.list(actor), (each) => [each.id, each.name]),
    placesOf('portal', portals.list(actor), (each) => [each.portalId, each.portalContent.displayName]),
    placesOf('product', portals.products.list(actor), (each) => [each.portalProductId, each.displayName]),
  ]);
  return found.flat();
}

/** @param idAndName of one of the list */
async function placesOf<Thing>(
  kind: NamedPlace['kind'],
  list: Promise<readonly Thing[]>,
  idAndName: (thing: Thing) => [id: string, name: string],
): Promise<NamedPlace[]> {
  return (await list).map((thing) => {
    const [id, name] = idAndName(thing);
    return { kind, id, name };
  });
}

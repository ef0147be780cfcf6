import { z } from 'zod';
import type { VpcLink } from '@/lib/model/vpcLink';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { given } from '../apigateway/given';
import type { Runs } from '../apigateway/Runs';
import { withNewTags, withTags, withTagsOfAll } from '../apigateway/tagsOf';
import { bodyOf, label } from './inputOf';
import { isoDate } from './isoDate';
import { paged } from './paged';

const name = z.string().max(128, 'A name has at most 128 characters');
const members = z.object({
  name,
  subnetIds: z.array(z.string()),
  securityGroupIds: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.string()).optional(),
});
const changes = z.object({ name: name.optional() });

/**
 * AWS's V2 link names subnets, and its integrations a load balancer in them. Here there is neither: the link itself
 * spreads the calls (lib/model/vpcLink). What of `subnetIds` reads `host:port` is a target of the link; the other
 * names, and the security groups, are kept and given back, and decide nothing.
 */
export const vpcLinks: Runs = {
  CreateVpcLink: async (call) => {
    const { tags, subnetIds, securityGroupIds, ...input } = await bodyOf(call, members);
    const targets = subnetIds.filter(isTarget);
    refuseNone(targets);
    const network = { subnetIds: subnetIds.filter((id) => !isTarget(id)), securityGroupIds };
    return call.door.control.together(async (control) => {
      const made = await control.vpcLinks.create(call.actor, { ...input, targets, network });
      return withNewTags(call, control, pathOf(made), tags, shape(made));
    });
  },
  GetVpcLinks: async (call) => {
    const all = await call.door.control.vpcLinks.list(call.actor);
    const page = paged(
      call,
      all,
      ({ id }) => id,
      (link) => link,
    );
    return { ...page, items: await withTagsOfAll(call, page.items, pathOf, shape) };
  },
  GetVpcLink: async (call) => {
    const { control } = call.door;
    const link = await control.vpcLinks.get(call.actor, idOf(call));
    return withTags(call, control, pathOf(link), shape(link));
  },
  UpdateVpcLink: async (call) => {
    const next = given(await bodyOf(call, changes));
    return call.door.control.together(async (control) => {
      const before = await control.vpcLinks.get(call.actor, idOf(call));
      const link = await control.vpcLinks.update(call.actor, idOf(call), { ...settingsOf(before), ...next });
      return withTags(call, control, pathOf(link), shape(link));
    });
  },
  DeleteVpcLink: async (call) => {
    await call.door.control.vpcLinks.delete(call.actor, idOf(call));
    return {};
  },
};

const idOf = (call: OperationCall) => label(call, 'vpcLinkId');
const pathOf = ({ id }: VpcLink) => `vpclinks/${id}`;
const isTarget = (id: string) => id.includes(':');

function refuseNone(targets: string[]): void {
  if (targets.length > 0) return;
  throw new AwsError(
    'BadRequestException',
    'There are no subnets here: give the link its targets as host:port among subnetIds, e.g. 10.0.0.7:8080',
  );
}

/** What an update keeps; the private key and the network stay where they are left out. */
function settingsOf({ name, description, targets, healthCheck, caCertificate, certificate }: VpcLink) {
  return { name, targets, ...given({ description, healthCheck, caCertificate, certificate }) };
}

function shape({ id, name, targets, network, createdDate }: VpcLink) {
  return {
    vpcLinkId: id,
    name,
    subnetIds: [...targets, ...(network?.subnetIds ?? [])],
    securityGroupIds: network?.securityGroupIds ?? [],
    createdDate: isoDate(createdDate),
    vpcLinkStatus: 'AVAILABLE',
    vpcLinkStatusMessage: 'Your vpc link is ready for use',
    vpcLinkVersion: 'V2',
  };
}

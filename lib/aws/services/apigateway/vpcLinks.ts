import { z } from 'zod';
import type { VpcLink, VpcLinkInput } from '@/lib/model/vpcLink';
import { AwsError } from '../../AwsError';
import { given } from './given';
import { inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';
import { withNewTags, withTags, withTagsOfAll } from './tagsOf';

const address = z.object({ vpclink_id: z.string() });
const members = z.object({
  name: z.string().default(''),
  description: z.string().nullish(),
  targetArns: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.string()).nullish(),
});

const table: PatchTable<{ name: string; description: string }> = {
  style: 'lists paths',
  rules: [text('/name', 'name'), text('/description', 'description')],
};

export const vpcLinks: Runs = {
  CreateVpcLink: async (call) => {
    const { tags, targetArns, ...input } = await inputOf(call, members);
    refuseArns(targetArns);
    return call.door.control.together(async (control) => {
      const link = { name: input.name, ...given(input), targets: targetArns };
      const made = await control.vpcLinks.create(call.actor, link);
      return withNewTags(call, control, pathOf(made), tags, shape(made));
    });
  },
  GetVpcLinks: async (call) => {
    const all = await call.door.control.vpcLinks.list(call.actor);
    const page = paged(
      call,
      all,
      ({ id }) => id,
      (each) => each,
    );
    return { ...page, item: await withTagsOfAll(call, page.item, pathOf, shape) };
  },
  GetVpcLink: async (call) => {
    const { vpclink_id: id } = await inputOf(call, address);
    const { control } = call.door;
    const link = await control.vpcLinks.get(call.actor, id);
    return withTags(call, control, pathOf(link), shape(link));
  },
  UpdateVpcLink: async (call) => {
    const { vpclink_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = await control.vpcLinks.get(call.actor, id);
      const draft = { name: before.name, description: before.description ?? '' };
      const { name, description } = applyPatch(draft, operations, table);
      const next = { ...inputOfLink(before), name, ...(description !== '' && { description }) };
      const link = await control.vpcLinks.update(call.actor, id, next);
      return withTags(call, control, pathOf(link), shape(link));
    });
  },
  DeleteVpcLink: async (call) => {
    const { vpclink_id: id } = await inputOf(call, address);
    await call.door.control.vpcLinks.delete(call.actor, id);
  },
};

const pathOf = ({ id }: VpcLink) => `vpclinks/${id}`;

/** AWS's target is a load balancer of an account; here the link itself spreads the calls, over `host:port`s. */
function refuseArns(targets: string[]): void {
  const [unformed] = targets.filter((target) => !/^arn:|:\d+$/.test(target));
  if (unformed !== undefined)
    throw new AwsError(
      'BadRequestException',
      `Invalid ARN. ARN is not well formed ${unformed.slice(0, 200)}`,
    );
  const [arn] = targets.filter((target) => target.startsWith('arn:'));
  if (arn === undefined) return;
  throw new AwsError(
    'BadRequestException',
    `There is no load balancer ${arn.slice(0, 200)} here: give the link's targets themselves as host:port, e.g. 10.0.0.7:8080`,
  );
}

/** What an update keeps; the private key stays where it is left out. */
function inputOfLink({ name, targets, healthCheck, caCertificate, certificate }: VpcLink): VpcLinkInput {
  return { name, targets, ...given({ healthCheck, caCertificate, certificate }) };
}

function shape(link: VpcLink) {
  return {
    id: link.id,
    name: link.name,
    ...optional({ description: link.description || undefined }),
    targetArns: link.targets,
    status: 'AVAILABLE',
    statusMessage: 'Your vpc link is ready for use',
  };
}

import { vpcLinks } from '@/db/schema';
import type { VpcLinkInput } from '@/lib/model/vpcLink';
import { freshId } from '../freshIds';
import { write } from '../operation';
import { linkMembers } from './linkMembers';
import { readVpcLink } from './readVpcLinks';

export const createVpcLink = write(
  { name: 'CreateVpcLink', permission: 'editor' },
  async (call, input: VpcLinkInput) => {
    const members = linkMembers(call.ports.secrets, input, null);
    const id = await freshId(call.db, vpcLinks, vpcLinks.id, 6);
    await call.db.insert(vpcLinks).values({ id, ...members, createdDate: call.now });
    call.audit(id, { name: members.name, targets: members.targets });
    call.publish();
    return readVpcLink(call.db, id);
  },
);

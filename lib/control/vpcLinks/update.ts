import { eq } from 'drizzle-orm';
import { vpcLinks } from '@/db/schema';
import type { VpcLinkInput } from '@/lib/model/vpcLink';
import { write } from '../operation';
import { lockVpcLink } from './findVpcLink';
import { linkMembers } from './linkMembers';
import { readVpcLink } from './readVpcLinks';

/** Replaces the link, but for a private key that is left out; live at once, without a deployment. */
export const updateVpcLink = write(
  { name: 'UpdateVpcLink', permission: 'editor' },
  async (call, id: string, input: VpcLinkInput) => {
    const members = linkMembers(call.ports.secrets, input, await lockVpcLink(call.db, id));
    await call.db.update(vpcLinks).set(members).where(eq(vpcLinks.id, id));
    call.audit(id, { name: members.name, targets: members.targets });
    call.publish();
    return readVpcLink(call.db, id);
  },
);

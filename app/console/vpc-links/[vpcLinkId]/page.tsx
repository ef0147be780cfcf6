import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { DeleteVpcLinkButton } from '../_components/DeleteVpcLinkButton';
import { TargetHealthList } from '../_components/TargetHealthList';
import { VpcLinkForm } from '../_components/VpcLinkForm';
import { VpcLinkUses } from '../_components/VpcLinkUses';
import { findVpcLink } from './findVpcLink';

type Props = { params: Promise<{ vpcLinkId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { link } = await findVpcLink((await params).vpcLinkId);
  return { title: link.name };
}

export default async function VpcLinkPage({ params }: Props) {
  const { actor, link } = await findVpcLink((await params).vpcLinkId);
  const apis = await control().restApis.list(actor);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-3xl gap-6 p-5">
      <PageHeader
        title={link.name}
        meta={<CopyButton value={link.id} what="VPC link id" showValue />}
        description={editable ? undefined : 'Your role reads VPC links; an editor changes them.'}
        actions={editable && <DeleteVpcLinkButton link={link} />}
      />
      <TargetHealthList vpcLinkId={link.id} targets={link.targets} />
      <VpcLinkUses link={link} apiNames={Object.fromEntries(apis.map((api) => [api.id, api.name]))} />
      <VpcLinkForm key={link.id} link={link} editable={editable} />
    </div>
  );
}

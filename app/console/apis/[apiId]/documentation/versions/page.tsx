import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { diffDocumentation } from '@/lib/model/diffDocumentation';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../../findApi';
import { PublishForm } from './_components/PublishForm';
import { VersionList } from './_components/VersionList';

export const metadata: Metadata = { title: 'Documentation versions' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

export default async function VersionsPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const { documentation, stages } = control();
  const [versions, all, parts] = await Promise.all([
    documentation.versions(actor, apiId),
    stages.list(actor, apiId),
    documentation.parts(actor, apiId),
  ]);
  const wanted = (await searchParams).stage;
  const stage = all.find(({ stageName }) => stageName === wanted) ?? all[0];
  const shown = stage?.documentationVersion;
  const published = shown === undefined ? [] : await documentation.versionParts(actor, apiId, shown);
  const editable = canEdit(actor);
  return (
    <div className="grid content-start lg:grid-cols-[minmax(0,1fr)_minmax(0,460px)] lg:content-stretch">
      <div className="min-w-0 border-b p-4 md:p-5 lg:border-r lg:border-b-0">
        <PublishForm
          // a stage or version of its own: what was typed for another is not for this one
          key={`${stage?.stageName} ${versions[0]?.version}`}
          restApiId={apiId}
          stages={all.map(({ stageName, documentationVersion }) => ({ stageName, documentationVersion }))}
          stageName={stage?.stageName}
          newest={versions[0]?.version}
          partCount={parts.length}
          changes={diffDocumentation(published, parts)}
          editable={editable}
        />
      </div>
      <div className="min-w-0 p-4 md:p-5">
        <VersionList
          restApiId={apiId}
          versions={versions}
          stages={all.map(({ stageName, documentationVersion }) => ({ stageName, documentationVersion }))}
          editable={editable}
        />
      </div>
    </div>
  );
}

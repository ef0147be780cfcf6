'use client';

import { EllipsisVertical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { faultText, useAction } from '@/components/ui/useAction';
import type { DocumentationVersion } from '@/lib/model/documentation';
import { deleteVersion } from '../../actions';
import { DescriptionDialog } from './DescriptionDialog';
import type { StageDocumentation } from './stageDocumentation';
import { usePublish } from './usePublish';

interface VersionListProps {
  restApiId: string;
  versions: DocumentationVersion[];
  stages: StageDocumentation[];
  editable: boolean;
}

/** Newest first; each with the stages that show it, and the way to show it on another. */
export function VersionList(props: VersionListProps) {
  return (
    <Section title="Versions">
      {props.versions.length === 0 ? (
        <p className="text-muted">None yet. A version is a snapshot of all parts that a stage can show.</p>
      ) : (
        <ol className="divide-y border-y">
          {props.versions.map((version) => (
            <li key={version.version} className="flex items-start gap-2 py-2">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-1.5">
                  <span className="min-w-0 break-words font-medium">{version.version}</span>
                  {version.stageNames.map((name) => (
                    <Badge key={name} tone="accent">
                      {name}
                    </Badge>
                  ))}
                </p>
                {version.description && <p className="break-words">{version.description}</p>}
                <p className="text-muted text-small">
                  <RelativeTime time={version.createdDate} />
                </p>
              </div>
              {props.editable && <VersionMenu {...props} version={version} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function VersionMenu({ restApiId, version, stages }: VersionListProps & { version: DocumentationVersion }) {
  const { publish } = usePublish(restApiId);
  const [open, setOpen] = useState<'description' | 'delete' | null>(null);
  const shows = (stage: StageDocumentation) => stage.documentationVersion === version.version;
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={`Actions of ${version.version}`}>
            <EllipsisVertical />
          </IconButton>
        }
        items={[
          ...stages.map((stage) => ({
            label: shows(stage) ? `Take it from ${stage.stageName}` : `Publish to ${stage.stageName}`,
            onSelect: () => void publish(stage, shows(stage) ? null : version.version),
          })),
          { label: 'Edit description', onSelect: () => setOpen('description') },
          {
            label: 'Delete version',
            danger: true,
            disabled: version.stageNames.length > 0,
            onSelect: () => setOpen('delete'),
          },
        ]}
      />
      {open === 'description' && (
        <DescriptionDialog restApiId={restApiId} version={version} onClose={() => setOpen(null)} />
      )}
      <DeleteVersion
        restApiId={restApiId}
        version={version.version}
        open={open === 'delete'}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

/** Asked first: a snapshot cannot be made again once the parts have moved on. */
function DeleteVersion(props: { restApiId: string; version: string; open: boolean; onClose: () => void }) {
  const router = useRouter();
  const action = useAction(deleteVersion);
  const { restApiId, version } = props;
  const remove = async () => {
    const gone = (await action.run({ restApiId, version })) !== undefined;
    if (gone) router.refresh();
    return gone;
  };
  return (
    <ConfirmDelete
      open={props.open}
      onOpenChange={(open) => open || props.onClose()}
      what="documentation version"
      name={version}
      onDelete={remove}
      error={action.error ? faultText(action.error) : undefined}
    >
      <p>No stage shows it. The parts that are being written stay as they are.</p>
    </ConfirmDelete>
  );
}

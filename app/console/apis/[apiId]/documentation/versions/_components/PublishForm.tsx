'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ChangeList } from '@/components/console/ChangeList';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Change } from '@/lib/model/deployment';
import { createVersion, publishVersion } from '../../actions';
import { nextVersion } from './nextVersion';
import type { StageDocumentation } from './stageDocumentation';

const fields = ['version', 'description'] as const;

/** Freezes the parts as they are and shows them on a stage; before that, what it would change for its readers. */
export function PublishForm(props: {
  restApiId: string;
  stages: StageDocumentation[];
  /** the stage that is compared with; absent: the API has none */
  stageName?: string;
  newest?: string;
  partCount: number;
  changes: Change[];
  editable: boolean;
}) {
  const { restApiId, stages, stageName, changes } = props;
  const router = useRouter();
  const stage = stages.find((each) => each.stageName === stageName);
  const choose = (name: string) =>
    router.replace(`/console/apis/${restApiId}/documentation/versions?stage=${encodeURIComponent(name)}`);
  const isShown = stages.some(({ documentationVersion }) => documentationVersion !== undefined);
  if (props.partCount === 0 && !isShown)
    return <NothingWritten restApiId={restApiId} editable={props.editable} />;
  return (
    <Section title="What would be published" description={standOf(props.partCount, stage)}>
      {stageName !== undefined && (
        <Field label="Compare with" className="max-w-72">
          <Select
            value={stageName}
            options={stages.map((each) => ({ value: each.stageName, label: optionOf(each) }))}
            onChange={(event) => choose(event.target.value)}
          />
        </Field>
      )}
      {props.editable && changes.length > 0 && <NewVersion {...props} stage={stage} />}
      <ChangeList changes={changes} empty="Nothing: the parts are as the stage shows them." />
    </Section>
  );
}

function NothingWritten({ restApiId, editable }: { restApiId: string; editable: boolean }) {
  return (
    <EmptyState
      title="Nothing to publish yet"
      actions={
        editable && (
          <Button asChild>
            <Link href={`/console/apis/${restApiId}/documentation`}>Write the first part</Link>
          </Button>
        )
      }
    >
      Readers see what the methods say of themselves. Parts say more, and a version shows them on a stage.
    </EmptyState>
  );
}

const optionOf = ({ stageName, documentationVersion }: StageDocumentation) =>
  documentationVersion === undefined ? `${stageName}, no version` : `${stageName}, ${documentationVersion}`;

function standOf(count: number, stage: StageDocumentation | undefined): string {
  const parts = `${count.toLocaleString('en')} ${count === 1 ? 'part' : 'parts'} in the making.`;
  if (!stage) return `${parts} The API has no stage yet: a version can wait for it.`;
  const { stageName, documentationVersion: version } = stage;
  return version === undefined
    ? `${parts} Readers of ${stageName} see what its methods say of themselves.`
    : `${parts} Readers of ${stageName} see version ${version}.`;
}

function NewVersion(props: { restApiId: string; newest?: string; stage: StageDocumentation | undefined }) {
  const { restApiId, stage } = props;
  const router = useRouter();
  const action = useAction(createVersion, { fields });
  const back = useAction(publishVersion, { announce: true });
  const [version, setVersion] = useState(() => nextVersion(props.newest));
  const [description, setDescription] = useState('');
  const make = async (stageName: string | undefined) => {
    const words = description.trim() === '' ? {} : { description };
    const made = await action.run({ restApiId, version, ...words, ...(stageName && { stageName }) });
    if (!made) return;
    router.refresh();
    if (stageName === undefined) toast(`Version ${made.version} saved`);
    else undoToast(`${stageName} shows ${made.version}`, () => void undo(stageName));
  };
  const undo = async (stageName: string) => {
    const documentationVersion = stage?.documentationVersion ?? null;
    if (await back.run({ restApiId, stageName, documentationVersion })) router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make(stage?.stageName);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Field label="Version" required error={action.errorOf('version')}>
          <Input value={version} onChange={(event) => setVersion(event.target.value)} />
        </Field>
        <Field label="Description" error={action.errorOf('description')}>
          <Input value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        {stage && (
          <Button type="submit" variant="primary" busy={action.pending}>
            Publish to {stage.stageName}
          </Button>
        )}
        <Button onClick={() => void make(undefined)} busy={action.pending}>
          Save as version
        </Button>
      </div>
    </form>
  );
}

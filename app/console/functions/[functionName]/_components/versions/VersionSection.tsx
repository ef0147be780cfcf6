'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { Td, Th } from '@/components/ui/tableCells';
import { useAction } from '@/components/ui/useAction';
import { functionHref } from '../../../_components/functionHref';
import { sizeWords } from '../../../_components/sizeWords';
import { publishFunctionVersion } from '../../../actions';
import type { VersionRow } from './VersionRow';

/** Published versions, newest first; none ever changes. */
export function VersionSection(props: {
  functionName: string;
  versions: VersionRow[];
  /** whether $LATEST has code that the newest version has not */
  changed: boolean;
  editable: boolean;
}) {
  const { functionName, versions } = props;
  const [publishing, setPublishing] = useState(false);
  return (
    <Section
      title="Versions"
      description="A version is $LATEST as it was when it was published: code, configuration and variables."
      actions={
        props.editable && (
          <Button variant="primary" onClick={() => setPublishing(true)}>
            Publish version
          </Button>
        )
      }
    >
      {versions.length === 0 ? (
        <p className="text-muted">None yet. $LATEST can be called without one.</p>
      ) : (
        <VersionTable functionName={functionName} versions={versions} />
      )}
      {publishing && (
        <PublishDialog
          functionName={functionName}
          unchanged={!props.changed}
          published={versions.map(({ version }) => version)}
          onClose={() => setPublishing(false)}
        />
      )}
    </Section>
  );
}

function VersionTable({ functionName, versions }: { functionName: string; versions: VersionRow[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Description</Th>
            <Th>Code</Th>
            <Th>Published</Th>
            <Th>
              <span className="sr-only">Ways</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={row.version}>
              <Td>
                <span className="flex items-center gap-2 whitespace-nowrap">
                  <span className="font-medium">{row.version}</span>
                  {row.aliases.map((alias) => (
                    <Badge key={alias} tone="accent">
                      {alias}
                    </Badge>
                  ))}
                </span>
              </Td>
              <Td>{row.description || <span className="text-muted">None</span>}</Td>
              <Td>
                <span className="whitespace-nowrap" title={row.codeSha256}>
                  {sizeWords(row.codeSize)}{' '}
                  <code className="text-muted text-small">{row.codeSha256.slice(0, 8)}</code>
                </span>
              </Td>
              <Td>
                <span className="whitespace-nowrap">
                  <RelativeTime time={row.lastModified} />
                </span>
              </Td>
              <Td>
                <Link
                  href={`${functionHref(functionName)}?${new URLSearchParams({ version: row.version })}`}
                  className="whitespace-nowrap text-accent-ink underline"
                >
                  Show code
                </Link>
              </Td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PublishDialog(props: {
  functionName: string;
  unchanged: boolean;
  published: string[];
  onClose: () => void;
}) {
  const { functionName, onClose } = props;
  const action = useAction(publishFunctionVersion, { fields: ['description'] });
  const [description, setDescription] = useState('');
  const publish = async () => {
    const done = await action.run({ functionName, description: description.trim() });
    if (!done) return;
    const isOld = props.published.includes(done.version);
    toast(isOld ? `$LATEST is version ${done.version} already` : `Version ${done.version} published`);
    onClose();
  };
  return (
    <FormDialog
      title={`Publish a version of ${functionName}`}
      submit="Publish version"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={() => void publish()}
    >
      {props.unchanged && (
        <p className="text-muted">
          $LATEST has the code of the newest version. With the same configuration too, no new version is made.
        </p>
      )}
      <Field label="Description" help="What is new in it." error={action.errorOf('description')}>
        <Input autoFocus value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

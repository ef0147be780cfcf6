'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { importRestApi } from '../../actions';
import { FileButton } from './FileButton';
import { ImportReport } from './ImportReport';
import { usePermit } from './usePermit';

const basepaths = [
  { value: 'ignore', label: 'Ignore: begin at the root' },
  { value: 'prepend', label: 'Prepend: keep it before every path' },
  { value: 'split', label: 'Split: drop its first part' },
] as const;
type Basepath = (typeof basepaths)[number]['value'];

type Report = Extract<Awaited<ReturnType<typeof importRestApi>>, { ok: true }>['data'];

/**
 * Paste or choose a document, check it, import it. The check writes nothing and lists every field that would not
 * be honoured. With `restApiId` the document goes into that API.
 */
export function ImportForm(props: {
  restApiId?: string;
  mode?: 'merge' | 'overwrite';
  /** of this installation */
  functionArns: readonly string[];
}) {
  const { restApiId, mode } = props;
  const router = useRouter();
  const [document, setDocument] = useState('');
  const [basepath, setBasepath] = useState<Basepath>('ignore');
  const [report, setReport] = useState<Report>();
  const [work, setWork] = useState('');
  const [line, setLine] = useState<{ line: number }>();
  const action = useAction(importRestApi);
  const { permit, tick } = usePermit(document, props.functionArns);
  const input = { document, basepath, restApiId, mode };

  const edit = (text: string) => {
    setDocument(text);
    setReport(undefined);
    action.reset();
  };
  const check = async () => {
    setWork('Checking every operation of the document');
    setReport(await action.run({ ...input, dryRun: true }));
  };
  const save = async () => {
    setWork('Importing the document');
    const done = await action.run({ ...input, permit });
    if (done?.restApi) router.push(`/console/apis/${done.restApi.id}/resources`);
  };

  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <FileButton onText={edit} />
        <Field label="Base path" className="min-w-64 max-sm:w-full">
          <Select
            value={basepath}
            options={basepaths}
            onChange={(event) => {
              const chosen = basepaths.find((each) => each.value === event.target.value);
              if (chosen) setBasepath(chosen.value);
              setReport(undefined);
            }}
          />
        </Field>
        <Button onClick={check} disabled={!document.trim()} busy={action.pending} className="sm:ml-4">
          Check
        </Button>
        <Button variant="primary" onClick={save} disabled={!document.trim()} busy={action.pending}>
          Import
        </Button>
      </div>
      {tick}
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-2">
          <CodeEditor
            label="OpenAPI document"
            language={document.trimStart().startsWith('{') ? 'json' : 'yaml'}
            height="min(55dvh, 560px)"
            value={document}
            onChange={edit}
            placeholder="Paste a document here, or choose a file"
            errorLines={action.error?.fields.flatMap((each) => each.line ?? [])}
            reveal={line}
          />
          <p className="text-muted text-small">
            Swagger 2.0, OpenAPI 3.0 or 3.1, JSON or YAML, at most 6 MB, with or without x-amazon-apigateway
            extensions.
          </p>
        </div>
        <div className="grid min-w-0 content-start gap-3 max-lg:order-first">
          {action.pending ? (
            <Progress label={work} />
          ) : (
            <ImportReport report={report} fault={action.error} onLine={(at) => setLine({ line: at })} />
          )}
        </div>
      </div>
    </div>
  );
}

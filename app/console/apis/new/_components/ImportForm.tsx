'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { importRestApi } from '../../actions';
import { ImportReport } from './ImportReport';

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
export function ImportForm({ restApiId, mode }: { restApiId?: string; mode?: 'merge' | 'overwrite' }) {
  const router = useRouter();
  const file = useRef<HTMLInputElement>(null);
  const [document, setDocument] = useState('');
  const [basepath, setBasepath] = useState<Basepath>('ignore');
  const [report, setReport] = useState<Report>();
  const action = useAction(importRestApi);
  const input = { document, basepath, restApiId, mode };

  const edit = (text: string) => {
    setDocument(text);
    setReport(undefined);
    action.reset();
  };
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (chosen) edit(await chosen.text());
  };
  const check = async () => setReport(await action.run({ ...input, dryRun: true }));
  const save = async () => {
    const done = await action.run(input);
    if (done?.restApi) router.push(`/console/apis/${done.restApi.id}/resources`);
  };

  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 content-start gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <input
            ref={file}
            type="file"
            aria-label="OpenAPI file"
            accept=".json,.yaml,.yml"
            className="sr-only"
            tabIndex={-1}
            onChange={read}
          />
          <Button onClick={() => file.current?.click()}>
            <FileUp aria-hidden />
            Choose a file
          </Button>
          <Field label="Base path" className="min-w-56">
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
        </div>
        <CodeEditor
          label="OpenAPI document"
          language={document.trimStart().startsWith('{') ? 'json' : 'yaml'}
          height="min(60vh, 560px)"
          value={document}
          onChange={edit}
        />
        <p className="text-muted text-small">
          Swagger 2.0, OpenAPI 3.0 or 3.1, JSON or YAML, at most 6 MB, with or without x-amazon-apigateway
          extensions.
        </p>
      </div>
      <div className="grid min-w-0 content-start gap-3">
        <div className="flex gap-2">
          <Button onClick={check} disabled={!document.trim()} busy={action.pending}>
            Check
          </Button>
          <Button variant="primary" onClick={save} disabled={!document.trim()} busy={action.pending}>
            Import
          </Button>
        </div>
        {action.pending && <Progress label="Reading the document" />}
        <ImportReport report={report} fault={action.error} />
      </div>
    </div>
  );
}

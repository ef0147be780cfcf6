'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { Api } from '@/lib/model/v2/api';
import { importApi } from '../actions';
import { FileButton } from './FileButton';
import { usePermit } from './usePermit';

const basepaths = [
  { value: 'ignore', label: 'Ignore: begin at the root' },
  { value: 'prepend', label: 'Prepend: keep it before every path' },
  { value: 'split', label: 'Split: drop its first part' },
] as const;
type Basepath = (typeof basepaths)[number]['value'];

/** An OpenAPI 3 document becomes an HTTP API; with `apiId` that API becomes what the document says. */
export function HttpImportForm(props: {
  apiId?: string;
  /** of this installation */
  functionArns: readonly string[];
}) {
  const { apiId } = props;
  const router = useRouter();
  const action = useAction(importApi);
  const [body, setBody] = useState('');
  const [basepath, setBasepath] = useState<Basepath>('ignore');
  const [failOnWarnings, setFail] = useState(false);
  const [made, setMade] = useState<Api>();
  const { permit, tick } = usePermit(body, props.functionArns);
  const save = async () => {
    const api = await action.run({ body, basepath, failOnWarnings, permit, ...(apiId && { apiId }) });
    if (!api) return;
    const notes = [...(api.warnings ?? []), ...(api.importInfo ?? [])];
    if (notes.length > 0) return setMade(api);
    toast(`${api.name} imported`);
    router.push(`/console/http-apis/${api.apiId}/routes`);
  };
  if (made) return <Notes api={made} onOpen={() => router.push(`/console/http-apis/${made.apiId}/routes`)} />;
  return (
    <div className="grid min-w-0 max-w-4xl gap-4">
      <FormError>{action.error && faultText(action.error)}</FormError>
      <div className="flex flex-wrap items-end gap-2">
        <FileButton onText={setBody} />
        <Field label="Base path" className="min-w-64 max-sm:w-full">
          <Select
            value={basepath}
            options={basepaths}
            onChange={({ target }) =>
              setBasepath(basepaths.find(({ value }) => value === target.value)?.value ?? 'ignore')
            }
          />
        </Field>
        <div className="flex h-control items-center">
          <Checkbox
            label="Refuse with warnings"
            checked={failOnWarnings}
            onChange={(event) => setFail(event.target.checked)}
          />
        </div>
        <Button variant="primary" onClick={save} disabled={!body.trim()} busy={action.pending}>
          Import
        </Button>
      </div>
      {tick}
      <CodeEditor
        label="OpenAPI document"
        language={body.trimStart().startsWith('{') ? 'json' : 'yaml'}
        height="min(50dvh, 480px)"
        value={body}
        onChange={setBody}
        placeholder="Paste a document here, or choose a file"
      />
      <p className="text-muted text-small">
        OpenAPI 3.0, JSON or YAML, with or without x-amazon-apigateway extensions.
      </p>
    </div>
  );
}

/** What the import read otherwise than it stands in the document. */
function Notes({ api, onOpen }: { api: Api; onOpen: () => void }) {
  return (
    <section aria-label="Import report" className="grid max-w-3xl justify-items-start gap-3">
      <p>{api.name} was imported, with these remarks:</p>
      <ul className="list-disc space-y-1 pl-5">
        {[...(api.warnings ?? []), ...(api.importInfo ?? [])].map((note) => (
          <li key={note} className="break-words">
            {note}
          </li>
        ))}
      </ul>
      <Button variant="primary" onClick={onOpen}>
        Open {api.name}
      </Button>
    </section>
  );
}

'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Select } from '@/components/ui/Select';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { FileButton } from '../../../../new/_components/FileButton';
import { importParts } from '../../actions';
import { ImportOutcome } from './ImportOutcome';

const modes = [
  { value: 'MERGE', label: 'Merge: keep parts that the document does not name' },
  { value: 'OVERWRITE', label: 'Overwrite: be what the document says' },
] as const;

/** Parts from a document: its x-amazon-apigateway-documentation, and what its descriptions say. */
export function ImportForm({ restApiId }: { restApiId: string }) {
  const [document, setDocument] = useState('');
  const [mode, setMode] = useState<'MERGE' | 'OVERWRITE'>('MERGE');
  const [outcome, setOutcome] = useState<{ imported: number; warnings: string[] }>();
  const [line, setLine] = useState<{ line: number }>();
  const action = useAction(importParts);
  const undo = useAction(importParts, { announce: true });

  const edit = (text: string) => {
    setDocument(text);
    setOutcome(undefined);
    action.reset();
  };
  const bringBack = async (before: string) => {
    if (await undo.run({ restApiId, document: before, mode: 'OVERWRITE' })) setOutcome(undefined);
  };
  const save = async () => {
    setOutcome(undefined);
    const done = await action.run({ restApiId, document, mode });
    if (!done) return;
    setOutcome(done);
    undoToast(`${done.imported} ${done.imported === 1 ? 'part' : 'parts'} imported`, () => {
      void bringBack(done.before);
    });
  };

  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <FileButton onText={edit} />
        <Field label="Mode" className="min-w-64 max-sm:w-full sm:w-96">
          <Select
            value={mode}
            options={modes}
            onChange={(event) => setMode(event.target.value === 'OVERWRITE' ? 'OVERWRITE' : 'MERGE')}
          />
        </Field>
        <Button
          variant="primary"
          onClick={() => void save()}
          disabled={!document.trim()}
          busy={action.pending}
          className="sm:ml-4"
        >
          Import parts
        </Button>
      </div>
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
            Swagger 2.0, OpenAPI 3.0 or 3.1, JSON or YAML, at most 6 MB. Only its documentation is taken:
            nothing of how the API works is changed.
          </p>
        </div>
        <div className="grid min-w-0 content-start gap-3 max-lg:order-first">
          {action.pending ? (
            <Progress label="Reading what the document says" />
          ) : (
            <ImportOutcome
              restApiId={restApiId}
              outcome={outcome}
              fault={action.error}
              onLine={(at) => setLine({ line: at })}
            />
          )}
        </div>
      </div>
    </div>
  );
}

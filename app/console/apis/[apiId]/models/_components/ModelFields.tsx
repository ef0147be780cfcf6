'use client';

import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { modelReference } from './modelDraft';
import type { useModelForm } from './useModelForm';

interface Props {
  restApiId: string;
  form: ReturnType<typeof useModelForm>;
  isNew: boolean;
  readOnly: boolean;
}

/** Name, content type, description and schema; AWS changes the first two never again. */
export function ModelFields(props: Props) {
  const { form, isNew, readOnly } = props;
  const { draft, set, errorOf } = form;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {isNew && (
          <Field label="Name" required help="Letters and digits; it stays." error={errorOf('name')}>
            <Input
              autoFocus
              mono
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
        )}
        <Field
          label="Content type"
          help={isNew ? 'What the reference shows; it stays.' : undefined}
          error={errorOf('contentType')}
        >
          <Input
            mono
            value={draft.contentType}
            readOnly={!isNew || readOnly}
            onChange={(event) => set({ contentType: event.target.value })}
          />
        </Field>
        <Field label="Description" error={errorOf('description')} className={isNew ? 'sm:col-span-2' : ''}>
          <Input
            value={draft.description}
            readOnly={readOnly}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
      </div>
      <SchemaField {...props} />
    </>
  );
}

function SchemaField({ restApiId, form, isNew, readOnly }: Props) {
  const { draft, set, problem, errorOf } = form;
  const error = problem ? `This is not JSON: ${problem.message}` : errorOf('schema');
  return (
    <div className="grid min-w-0 gap-1">
      <p className="font-medium">Schema</p>
      <CodeEditor
        label="Schema"
        language="json"
        height={`max(280px, calc(100dvh - ${isNew ? 560 : 470}px))`}
        value={draft.schema}
        readOnly={readOnly}
        errorLines={form.errorLines}
        describedBy="schema-help schema-error"
        onChange={(schema) => set({ schema })}
      />
      <p id="schema-help" className="text-muted text-small">
        JSON Schema draft 4. Another model of this API is{' '}
        <code className="break-all font-mono">{`{"$ref": "${modelReference(restApiId, 'Name')}"}`}</code>
      </p>
      {error && (
        <p id="schema-error" role="alert" className="break-words text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}

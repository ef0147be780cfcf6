'use client';

import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import type { DocumentationPartType } from '@/lib/model/documentation';
import { type DraftField, draftFields, type PartDraft } from './partDraft';

const labels: Record<DraftField, string> = { summary: 'Summary', description: 'Description', tags: 'Tags' };
const helps: Record<DraftField, string> = {
  summary: 'One line, shown beside the path.',
  description: 'Markdown.',
  tags: 'Separated by commas; the reference groups methods by them.',
};

interface PartFormProps {
  type: DocumentationPartType;
  draft: PartDraft;
  set: (change: Partial<PartDraft>) => void;
  /** what is shown where the part says nothing */
  above: Record<string, unknown>;
  problem?: string;
  rest?: string;
  readOnly: boolean;
  dirty: boolean;
  pending: boolean;
  isNew: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** A part: the words that most have as fields, the rest as JSON. */
export function PartForm(props: PartFormProps) {
  const { draft, set, readOnly, dirty } = props;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <FormError>{props.rest}</FormError>
      {draftFields(props.type).map((field) => (
        <TextField key={field} field={field} {...props} />
      ))}
      <Field
        label="Other properties"
        help="A JSON object. Keys that begin with x- are shown to readers' tools; others are kept with the part."
        error={props.problem}
      >
        <CodeEditor
          label="Other properties"
          language="json"
          minHeight="72px"
          maxHeight="280px"
          value={draft.rest}
          onChange={(rest) => set({ rest })}
          readOnly={readOnly}
          placeholder="{}"
        />
      </Field>
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            busy={props.pending}
            disabled={!dirty || props.problem !== undefined}
            aria-keyshortcuts="Control+S"
          >
            {props.isNew ? 'Create part' : 'Save part'}
          </Button>
          {dirty && <Button onClick={props.onDiscard}>Discard changes</Button>}
        </div>
      )}
    </form>
  );
}

function TextField(props: PartFormProps & { field: DraftField }) {
  const { field, draft, set, readOnly, above } = props;
  const shared = {
    value: draft[field],
    readOnly,
    placeholder: textOf(above[field]),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  };
  return (
    <Field label={labels[field]} help={helps[field]}>
      {field === 'description' ? <Textarea rows={4} {...shared} /> : <Input {...shared} />}
    </Field>
  );
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : undefined;
}

'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import {
  type DocumentationPartLocation,
  documentationLocationInput,
  documentationPartTypes,
  documentationTypeRules,
} from '@/lib/model/documentation';
import { documentationTypeWords } from '@/lib/model/documentationAddress';
import { httpMethods } from '@/lib/model/httpMethod';

const types = documentationPartTypes
  .filter((type) => documentationTypeRules[type].inherits || type === 'AUTHORIZER')
  .map((value) => ({ value, label: documentationTypeWords[value] }));
const methods = ['*', ...httpMethods].map((value) => ({ value, label: value === '*' ? 'Any (*)' : value }));
const initial = { type: 'RESPONSE', path: '/', method: '*', statusCode: '404', name: '' };
type Given = typeof initial;

/** A location that is not in the tree: for several things at once, or for what the API does not have yet. */
export function SharedPartButton({ onOpen }: { onOpen: (location: DocumentationPartLocation) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Document several at once
      </Button>
      {open && <SharedPartDialog onOpen={onOpen} onClose={() => setOpen(false)} />}
    </>
  );
}

function SharedPartDialog(props: {
  onOpen: (location: DocumentationPartLocation) => void;
  onClose: () => void;
}) {
  const [given, setGiven] = useState(initial);
  const [sent, setSent] = useState(false);
  const type = types.find(({ value }) => value === given.type)?.value ?? 'RESPONSE';
  const { fields } = documentationTypeRules[type];
  const read = documentationLocationInput.safeParse(locationOf(type, given));
  const errorOf = (field: string) =>
    sent ? read.error?.issues.find(({ path }) => path.join('.') === field)?.message : undefined;
  const submit = () => {
    setSent(true);
    if (!read.success) return;
    props.onOpen(read.data);
    props.onClose();
  };
  const text = (field: 'path' | 'statusCode' | 'name', label: string, help: string) => (
    <Field label={label} help={help} error={errorOf(field)}>
      <Input
        mono
        value={given[field]}
        onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <FormDialog
      title="Document several at once"
      submit="Write the part"
      busy={false}
      onClose={props.onClose}
      onSubmit={submit}
    >
      <Field label="Type" help="What is below the path and fits the rest inherits the part.">
        <Select
          options={types}
          value={type}
          onChange={(event) => setGiven({ ...given, type: event.target.value })}
        />
      </Field>
      {fields.includes('path') && text('path', 'Path', 'With all paths below it.')}
      {fields.includes('method') && (
        <Field
          label="Method"
          help={
            type === 'QUERY_PARAMETER' ? 'Query parameters inherit from their own method only.' : undefined
          }
          error={errorOf('method')}
        >
          <Select
            options={methods}
            value={given.method}
            onChange={(event) => setGiven({ ...given, method: event.target.value })}
          />
        </Field>
      )}
      {fields.includes('statusCode') && text('statusCode', 'Status code', 'Three digits, or * for any.')}
      {fields.includes('name') && text('name', 'Name', 'As it is declared.')}
    </FormDialog>
  );
}

/** Only the fields that the type has; an empty name is none. */
function locationOf(type: DocumentationPartLocation['type'], given: Given): DocumentationPartLocation {
  const entries = documentationTypeRules[type].fields.map((field) => [field, given[field].trim()]);
  return {
    type,
    ...Object.fromEntries(entries.filter(([field, value]) => field !== 'name' || value !== '')),
  };
}

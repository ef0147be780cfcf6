'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { fieldOf, MAX_HEADERS, type RuleDraft } from './ruleDraft';

type Header = RuleDraft['headers'][number];

/** The headers that a rule looks at, each a name and the values that fit. */
export function RuleHeaderFields(props: {
  headers: Header[];
  errorOf: (field: string) => string | undefined;
  onChange: (headers: Header[]) => void;
}) {
  const { headers, errorOf, onChange } = props;
  const set = (header: Header) => onChange(headers.map((each) => (each.id === header.id ? header : each)));
  const add = () => {
    const id = Math.max(-1, ...headers.map((each) => each.id)) + 1;
    onChange([...headers, { id, header: '', valueGlob: '' }]);
  };
  return (
    <div className="grid gap-3">
      {headers.map((each, index) => (
        <HeaderLine
          key={each.id}
          place={index + 1}
          header={each}
          nameError={errorOf(fieldOf.header(index))}
          valueError={errorOf(fieldOf.valueGlob(index))}
          onChange={set}
          onRemove={() => onChange(headers.filter(({ id }) => id !== each.id))}
        />
      ))}
      {headers.length > 0 && (
        <p className="text-muted text-small">
          A value may begin or end with a wildcard: beta*, *beta or *beta*; * alone is any. Letter case counts
          in values, not in names.
        </p>
      )}
      {headers.length < MAX_HEADERS && (
        <Button size="sm" onClick={add} className="justify-self-start">
          <Plus aria-hidden /> Add header
        </Button>
      )}
    </div>
  );
}

function HeaderLine(props: {
  place: number;
  header: Header;
  nameError: string | undefined;
  valueError: string | undefined;
  onChange: (header: Header) => void;
  onRemove: () => void;
}) {
  const { place, header } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
      <Field label={`Header ${place}`} {...(props.nameError && { error: props.nameError })}>
        <Input
          mono
          spellCheck={false}
          autoCapitalize="none"
          placeholder="x-version"
          value={header.header}
          onChange={(event) => props.onChange({ ...header, header: event.target.value })}
        />
      </Field>
      <Field label={`Value ${place}`} {...(props.valueError && { error: props.valueError })}>
        <Input
          mono
          spellCheck={false}
          autoCapitalize="none"
          placeholder="beta*"
          value={header.valueGlob}
          onChange={(event) => props.onChange({ ...header, valueGlob: event.target.value })}
        />
      </Field>
      <IconButton label={`Remove header ${place}`} className="mt-6" onClick={props.onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

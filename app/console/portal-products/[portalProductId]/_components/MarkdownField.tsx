'use client';

import { useDeferredValue, useState } from 'react';
import { Markdown } from '@/components/portal/Markdown';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/Field';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Textarea } from '@/components/ui/Textarea';

const wide = 'xl:grid-cols-2';

/** Markdown beside what it becomes; where there is no room for both, one after the other. */
export function MarkdownField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** shown in place of the text that is not there */
  fallback?: string;
  error?: string | undefined;
  editable: boolean;
}) {
  const { label, value, editable } = props;
  const [view, setView] = useState<'write' | 'preview'>('write');
  const preview = useDeferredValue(value.trim() === '' ? (props.fallback ?? '') : value);
  if (!editable) return <Preview label={label} text={preview} />;
  return (
    <div className="grid min-w-0 gap-2">
      <div className="xl:hidden">
        <SegmentedControl
          label={`View of ${label.toLowerCase()}`}
          options={[
            { value: 'write', label: 'Write' },
            { value: 'preview', label: 'Preview' },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <div className={cn('grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4', wide)}>
        <div className={cn('min-w-0', view === 'preview' && 'max-xl:hidden')}>
          <Field
            label={label}
            help="GitHub Flavored Markdown, at most 32,768 characters."
            {...(props.error && { error: props.error })}
          >
            <Textarea
              mono
              rows={22}
              className="text-small leading-5"
              value={value}
              onChange={(event) => props.onChange(event.target.value)}
            />
          </Field>
        </div>
        <div className={cn('min-w-0', view === 'write' && 'max-xl:hidden')}>
          <Preview label="Preview" text={preview} />
        </div>
      </div>
    </div>
  );
}

function Preview({ label, text }: { label: string; text: string }) {
  return (
    <section aria-label={label} className="grid min-w-0 content-start gap-1">
      <p className="font-medium">{label}</p>
      <div className="min-w-0 rounded-md border bg-panel px-4 py-3">
        {text.trim() === '' ? <p className="text-muted">Nothing to show.</p> : <Markdown text={text} />}
      </div>
    </section>
  );
}

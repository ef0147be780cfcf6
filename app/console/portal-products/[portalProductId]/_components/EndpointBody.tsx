'use client';

import { useState } from 'react';
import { Markdown } from '@/components/portal/Markdown';
import { Button } from '@/components/ui/Button';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { MarkdownField } from './MarkdownField';

/** The text of an endpoint's page: as the API documents it, or written here in its place. */
export function EndpointBody(props: {
  documented: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  editable: boolean;
}) {
  const { documented, value, onChange, editable } = props;
  const [kind, setKind] = useState<'documented' | 'written'>(value === '' ? 'documented' : 'written');
  const choose = (next: typeof kind) => {
    setKind(next);
    if (next === 'documented') onChange('');
  };
  return (
    <div className="grid min-w-0 gap-3 border-t pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">Text</h3>
        {editable && (
          <SegmentedControl
            label="Source of the text"
            options={[
              { value: 'documented', label: 'As the API documents it' },
              { value: 'written', label: 'Written here' },
            ]}
            value={kind}
            onChange={choose}
          />
        )}
        {editable && kind === 'written' && value === '' && documented !== '' && (
          <Button size="sm" onClick={() => onChange(documented)}>
            Begin with the API’s text
          </Button>
        )}
      </div>
      {kind === 'written' && (
        <MarkdownField
          label="Body"
          value={value}
          fallback={documented}
          onChange={onChange}
          error={props.error}
          editable={editable}
        />
      )}
      {(kind === 'documented' || editable) && (
        <section aria-label="As the API documents it" className="grid min-w-0 gap-1">
          {kind === 'written' && <p className="font-medium">As the API documents it</p>}
          <div className="min-w-0 rounded-md border bg-panel px-4 py-3">
            {documented === '' ? (
              <p className="text-muted">
                The API says nothing of this method. Its Documentation tab is where that is written.
              </p>
            ) : (
              <Markdown text={documented} />
            )}
          </div>
        </section>
      )}
    </div>
  );
}

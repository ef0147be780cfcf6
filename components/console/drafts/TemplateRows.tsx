'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';

interface TemplateRow {
  contentType: string;
  text: string;
}
const anyContentType = ['application/json', 'application/xml', 'text/html', 'text/plain', '$default'];

const toRows = (templates: Record<string, string>): TemplateRow[] =>
  Object.entries(templates).map(([contentType, text]) => ({ contentType, text }));
const fromRows = (rows: readonly TemplateRow[]) =>
  Object.fromEntries(rows.filter((row) => row.contentType !== '').map((row) => [row.contentType, row.text]));

/** Mapping templates by content type. */
export function TemplateRows(props: {
  templates: Record<string, string>;
  /** offered while typing */
  contentTypes?: readonly string[];
  /** what templates are told apart by; "Content type" */
  keyWord?: string;
  onChange: (templates: Record<string, string>) => void;
  /** models that a template can be generated from; resolves to the template, or to nothing when there is none */
  generate?: { from: readonly string[]; run: (model: string) => Promise<string | undefined> };
  /** the words about one content type's template */
  errorOf: (contentType: string) => string | undefined;
  errorLinesOf: (contentType: string) => number[];
  readOnly: boolean;
}) {
  const { contentTypes = anyContentType, keyWord = 'Content type' } = props;
  const [rows, setRows] = useState(() => toRows(props.templates));
  const typesId = useId();
  const change = (next: TemplateRow[]) => {
    setRows(next);
    props.onChange(fromRows(next));
  };
  const set = (at: number, part: Partial<TemplateRow>) =>
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const unused = contentTypes.find((type) => rows.every(({ contentType }) => contentType !== type)) ?? '';
  return (
    <div className="grid gap-3">
      {rows.length === 0 && props.readOnly && <p className="text-muted text-small">None</p>}
      {rows.map(({ contentType, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place; its type is being typed
        <div key={index} className="grid gap-1">
          <div className="flex items-center gap-2 max-sm:flex-wrap">
            <Input
              mono
              aria-label={`${keyWord} of template ${index + 1}`}
              className="max-w-64 max-sm:w-auto max-sm:flex-1"
              list={typesId}
              value={contentType}
              readOnly={props.readOnly}
              onChange={(event) => set(index, { contentType: event.target.value })}
            />
            {!props.readOnly && props.generate && props.generate.from.length > 0 && (
              <GenerateSelect
                label={`Generate template ${index + 1} from a model`}
                generate={props.generate}
                onTemplate={(next) => set(index, { text: next })}
              />
            )}
            {!props.readOnly && (
              <IconButton
                label={`Remove template ${contentType}`}
                onClick={() => change(rows.filter((_, each) => each !== index))}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </div>
          <CodeEditor
            label={`Template for ${contentType}`}
            height="160px"
            value={text}
            readOnly={props.readOnly}
            errorLines={props.errorLinesOf(contentType)}
            onChange={(next) => set(index, { text: next })}
          />
          {props.errorOf(contentType) && (
            <p role="alert" className="break-words text-danger text-small">
              {props.errorOf(contentType)}
            </p>
          )}
        </div>
      ))}
      <datalist id={typesId}>
        {contentTypes.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
      {!props.readOnly && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => change([...rows, { contentType: unused, text: '' }])}
        >
          <Plus aria-hidden />
          Add template
        </Button>
      )}
    </div>
  );
}

/** Replaces the template by the generated one; Ctrl-Z in the editor brings the old one back. */
function GenerateSelect(props: {
  label: string;
  generate: { from: readonly string[]; run: (model: string) => Promise<string | undefined> };
  onTemplate: (template: string) => void;
}) {
  const { from, run } = props.generate;
  const generate = async (model: string) => {
    const template = await run(model);
    if (template !== undefined) props.onTemplate(template);
  };
  return (
    <Select
      aria-label={props.label}
      className="min-w-0 flex-1 max-sm:order-1 max-sm:basis-full"
      options={[
        { value: '', label: 'Generate from a model' },
        ...from.map((value) => ({ value, label: value })),
      ]}
      value=""
      onChange={(event) => void generate(event.target.value)}
    />
  );
}

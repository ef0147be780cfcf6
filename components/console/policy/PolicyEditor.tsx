'use client';

import { FilePlus2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { insertTemplate, type PolicyTemplate } from './insertTemplate';

/**
 * A policy document as text, for identity policies and resource policies alike.
 * - `value`, `onChange`: the JSON text, as typed; absent `onChange` (or `readOnly`): it is only read
 * - `error`: the operation's words about it, with the 1-based line where one is known (FieldError of the field that
 *   held the document); a text that is no JSON is told by the editor itself, before anything is sent
 * - `templates`: statements to insert; they are added to a policy that has statements, and replace any other text
 * - `label`: names the editor ("Policy document"); `help`: one line under it; `height`: a CSS length
 */
export interface PolicyEditorProps {
  value: string;
  onChange?: (value: string) => void;
  error?: { message: string; line?: number | undefined } | undefined;
  templates?: readonly PolicyTemplate[];
  label?: string;
  help?: ReactNode;
  height?: string;
  readOnly?: boolean;
}

export function PolicyEditor(props: PolicyEditorProps) {
  const { value, label = 'Policy document', templates = [] } = props;
  const readOnly = props.readOnly || !props.onChange;
  const id = useId();
  const problem = value.trim() === '' ? undefined : jsonProblem(value);
  const fault = problem
    ? { message: `This is not JSON: ${problem.message}`, line: problem.line }
    : props.error;
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{label}</p>
        {!readOnly && templates.length > 0 && (
          <TemplateMenu
            templates={templates}
            onInsert={(one) => props.onChange?.(insertTemplate(value, one))}
          />
        )}
      </div>
      <CodeEditor
        label={label}
        language="json"
        height={props.height ?? 'max(280px, calc(100dvh - 520px))'}
        value={value}
        readOnly={readOnly}
        errorLines={fault?.line ? [fault.line] : []}
        describedBy={`${id}-help ${id}-error`}
        {...(props.onChange && { onChange: props.onChange })}
      />
      {props.help && (
        <p id={`${id}-help`} className="text-muted text-small">
          {props.help}
        </p>
      )}
      {fault && (
        <p id={`${id}-error`} role="alert" className="break-words text-danger text-small">
          {fault.line ? `Line ${fault.line}: ${fault.message}` : fault.message}
        </p>
      )}
    </div>
  );
}

/** Ctrl-Z in the editor takes an insertion back. */
function TemplateMenu(props: {
  templates: readonly PolicyTemplate[];
  onInsert: (template: PolicyTemplate) => void;
}) {
  return (
    <DropdownMenu
      trigger={
        <Button size="sm">
          <FilePlus2 aria-hidden />
          Insert statement
        </Button>
      }
      items={props.templates.map((template) => ({
        label: template.name,
        onSelect: () => props.onInsert(template),
      }))}
    />
  );
}

'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { TemplateApi } from './PolicyForm';
import type { useTemplates } from './useTemplates';

/** Where there is a choice at all. */
export function ApiOfTemplates(props: {
  apis: readonly TemplateApi[];
  templates: ReturnType<typeof useTemplates>;
}) {
  const { apis, templates } = props;
  if (apis.length < 2) return null;
  return (
    <Field label="API of inserted statements" help="Statements that you insert name this API.">
      <Select
        value={templates.apiId}
        options={apis.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        onChange={(event) => templates.choose(event.target.value)}
      />
    </Field>
  );
}

'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import type { IntegrationRequestValue } from './boxValues';
import { useModelTemplates } from './useModelTemplates';

/** By content type: the body that the backend gets; for a mock, what chooses the status. */
export function RequestTemplates(props: DraftForm<IntegrationRequestValue>) {
  const { value, set, errorOf, readOnly } = props;
  return (
    <FormPart
      title="Request templates"
      help={
        value.type === 'MOCK'
          ? 'By content type. The output chooses the status, as {"statusCode": 200}.'
          : 'By content type: the body that the backend gets.'
      }
      error={errorOf('requestTemplates')}
    >
      <TemplateRows
        templates={value.requestTemplates}
        onChange={(requestTemplates) => set({ ...value, requestTemplates })}
        generate={useModelTemplates()}
        errorOf={(type) => errorOf(`requestTemplates.${type}`)}
        errorLinesOf={(type) => props.errorLinesOf(`requestTemplates.${type}`)}
        readOnly={readOnly}
      />
    </FormPart>
  );
}

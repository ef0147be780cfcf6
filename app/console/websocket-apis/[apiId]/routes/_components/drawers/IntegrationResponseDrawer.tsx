'use client';

import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { shownIn } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import {
  type IntegrationResponse,
  type IntegrationResponseInput,
  integrationResponseInput,
} from '@/lib/model/v2/integration';
import { saveIntegrationResponse } from '../../actions';

const blank: IntegrationResponseInput = { integrationResponseKey: '' };
const scalars = ['integrationResponseKey', 'templateSelectionExpression'];

/** One integration response; a new one when none is given. */
export function IntegrationResponseDrawer(props: {
  apiId: string;
  integrationId: string;
  response?: IntegrationResponse;
  editable: boolean;
  onClose: () => void;
}) {
  const { apiId, integrationId, response, editable, onClose } = props;
  const { run, pending, error } = useAction(saveIntegrationResponse);
  const id = response?.integrationResponseId;
  const save = async (value: IntegrationResponseInput) =>
    Boolean(await run({ apiId, integrationId, ...(id && { integrationResponseId: id }), response: value }));
  return (
    <DraftDrawer
      title="Integration response"
      description={response?.integrationResponseKey ?? 'New'}
      initial={response ? integrationResponseInput.parse(response) : blank}
      shape={integrationResponseInput}
      save={save}
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={({ responseTemplates = {} }) => shownIn(scalars, { responseTemplates })}
    >
      {({ value, set, errorOf, errorLinesOf, readOnly }) => (
        <>
          <Field
            label="Integration response key"
            help="$default, or a regular expression between slashes such as /4\d\d/."
            error={errorOf('integrationResponseKey')}
          >
            <Input
              mono
              spellCheck={false}
              placeholder="$default"
              readOnly={readOnly}
              value={value.integrationResponseKey}
              onChange={({ target }) => set({ ...value, integrationResponseKey: target.value.trim() })}
            />
          </Field>
          <FormPart title="Response templates" help="Velocity: the message that the client gets.">
            <Field
              label="Template selection expression"
              help="Empty: $default."
              error={errorOf('templateSelectionExpression')}
            >
              <Input
                mono
                spellCheck={false}
                placeholder="${integration.response.statuscode}"
                readOnly={readOnly}
                value={value.templateSelectionExpression ?? ''}
                onChange={({ target }) => {
                  const { templateSelectionExpression: _before, ...rest } = value;
                  set(target.value ? { ...rest, templateSelectionExpression: target.value } : rest);
                }}
              />
            </Field>
            <TemplateRows
              templates={value.responseTemplates ?? {}}
              contentTypes={['$default']}
              keyWord="Template key"
              onChange={(responseTemplates) => set({ ...value, responseTemplates })}
              errorOf={(key) => errorOf(`responseTemplates.${key}`)}
              errorLinesOf={(key) => errorLinesOf(`responseTemplates.${key}`)}
              readOnly={readOnly}
            />
          </FormPart>
        </>
      )}
    </DraftDrawer>
  );
}

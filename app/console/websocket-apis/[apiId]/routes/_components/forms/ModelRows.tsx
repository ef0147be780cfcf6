'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { RouteDraft } from '../drawers/RouteDrawer';
import type { RoutePlace } from '../RoutePlace';

const anyMessage = '$default';

/**
 * Which model a message must keep to: one for all, or by what the model selection expression gives. Further keys are
 * written as JSON.
 */
export function ModelRows(props: DraftForm<RouteDraft> & { place: RoutePlace }) {
  const { value, set, readOnly, errorOf } = props;
  const { modelNames } = props.place;
  const models = value.requestModels ?? {};
  const keys = [...new Set([anyMessage, ...Object.keys(models)])];
  const choose = (key: string, name: string) => {
    const { [key]: _before, ...others } = models;
    set({ ...value, requestModels: name ? { ...others, [key]: name } : others });
  };
  return (
    <FormPart
      title="Models"
      help="A message that its model does not accept is answered with Bad request body and goes no further."
    >
      {keys.map((key) => (
        <Field
          key={key}
          label={key === anyMessage ? 'Model of messages' : `Model of ${key}`}
          error={errorOf(`requestModels.${key}`)}
        >
          <Select
            options={[
              { value: '', label: 'None' },
              ...modelNames.map((name) => ({ value: name, label: name })),
            ]}
            value={models[key] ?? ''}
            disabled={readOnly}
            onChange={({ target }) => choose(key, target.value)}
          />
        </Field>
      ))}
      <Field
        label="Model selection expression"
        help="Empty: the model of messages is for all. Else the key under which the model stands."
        error={errorOf('modelSelectionExpression')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="${request.body.kind}"
          readOnly={readOnly}
          value={value.modelSelectionExpression ?? ''}
          onChange={({ target }) => {
            const { modelSelectionExpression: _before, ...rest } = value;
            set(target.value ? { ...rest, modelSelectionExpression: target.value } : rest);
          }}
        />
      </Field>
    </FormPart>
  );
}

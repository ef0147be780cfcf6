'use client';

import { useState } from 'react';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { MappingRows } from '@/components/console/drafts/MappingRows';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { type IntegrationKind, integrationKinds, isProxy, kindOf, withKind } from '../integrationKinds';
import type { RouteChoices } from '../RoutePlace';
import { HttpFields } from './HttpFields';

type Props = DraftForm<IntegrationInput> & { choices: RouteChoices };

const expressions = ['route.request.body.action', 'context.connectionId', 'stageVariables.name', "'text'"];

/** Where a route's messages go, and as what. */
export function IntegrationFields(props: Props) {
  const { value, set, readOnly, errorOf } = props;
  const [kind, setKind] = useState(kindOf(value));
  const choose = (next: IntegrationKind) => {
    setKind(next);
    set(withKind(value, next));
  };
  return (
    <>
      <Field label="Integration type" error={errorOf('integrationType')}>
        <Select
          options={integrationKinds}
          value={kind}
          disabled={readOnly}
          onChange={({ target }) => {
            const next = integrationKinds.find((each) => each.value === target.value);
            if (next) choose(next.value);
          }}
        />
      </Field>
      <Backend {...props} kind={kind} />
      {!isProxy(value) && <Templates {...props} />}
      {kind !== 'MOCK' && kind !== 'LAMBDA_PROXY' && (
        <FormPart title="Request parameters" help="What the backend gets beside the body.">
          <MappingRows
            prefix="integration.request"
            locations={['header', 'querystring', 'path']}
            record={value.requestParameters ?? {}}
            onChange={(requestParameters) => set({ ...value, requestParameters })}
            noun="parameter"
            expressions={expressions}
            errorOf={(key) => errorOf(`requestParameters.${key}`)}
            readOnly={readOnly}
          />
        </FormPart>
      )}
      {kind !== 'MOCK' && (
        <Field
          label="Timeout in ms"
          help="50 to 29000. A backend that is slower has failed."
          error={errorOf('timeoutInMillis')}
        >
          <Input
            inputMode="numeric"
            className="max-w-32"
            readOnly={readOnly}
            value={value.timeoutInMillis ?? 29_000}
            onChange={({ target }) => set({ ...value, timeoutInMillis: Number(target.value) || 0 })}
          />
        </Field>
      )}
    </>
  );
}

function Backend(props: Props & { kind: IntegrationKind }) {
  const { kind, value, set, readOnly, errorOf, choices } = props;
  if (kind === 'MOCK') return null;
  if (kind === 'HTTP' || kind === 'HTTP_PROXY') return <HttpFields {...props} />;
  if (kind === 'AWS')
    return (
      <Field
        label="AWS service URI"
        help="arn:aws:apigateway:region:service:path/… or action/…"
        error={errorOf('integrationUri')}
      >
        <Input
          mono
          spellCheck={false}
          readOnly={readOnly}
          value={value.integrationUri ?? ''}
          onChange={({ target }) => set({ ...value, integrationUri: target.value.trim() })}
        />
      </Field>
    );
  return (
    <FunctionPicker
      functions={choices.functions}
      uri={value.integrationUri ?? ''}
      onChange={(integrationUri) => set({ ...value, integrationUri })}
      {...(errorOf('integrationUri') && { error: errorOf('integrationUri') })}
      byRole={Boolean(value.credentialsArn)}
      readOnly={readOnly}
    />
  );
}

const passthroughs = [
  { value: 'WHEN_NO_MATCH', label: 'When no template is chosen' },
  { value: 'WHEN_NO_TEMPLATES', label: 'When there is no template at all' },
  { value: 'NEVER', label: 'Never' },
] as const;

function Templates({ value, set, readOnly, errorOf, errorLinesOf }: Props) {
  return (
    <FormPart
      title="Request templates"
      help="Velocity: what the backend gets for a message. $default serves where no other key is chosen."
    >
      <Field
        label="Template selection expression"
        help="Empty: $default."
        error={errorOf('templateSelectionExpression')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="${request.body.kind}"
          readOnly={readOnly}
          value={value.templateSelectionExpression ?? ''}
          onChange={({ target }) => {
            const { templateSelectionExpression: _before, ...rest } = value;
            set(target.value ? { ...rest, templateSelectionExpression: target.value } : rest);
          }}
        />
      </Field>
      <TemplateRows
        templates={value.requestTemplates ?? {}}
        contentTypes={['$default']}
        keyWord="Template key"
        onChange={(requestTemplates) => set({ ...value, requestTemplates })}
        errorOf={(key) => errorOf(`requestTemplates.${key}`)}
        errorLinesOf={(key) => errorLinesOf(`requestTemplates.${key}`)}
        readOnly={readOnly}
      />
      {value.integrationType !== 'MOCK' && (
        <Field label="Pass the message as it is" error={errorOf('passthroughBehavior')}>
          <Select
            options={passthroughs}
            value={value.passthroughBehavior ?? 'WHEN_NO_MATCH'}
            disabled={readOnly}
            onChange={({ target }) => {
              const chosen = passthroughs.find((each) => each.value === target.value);
              if (chosen) set({ ...value, passthroughBehavior: chosen.value });
            }}
          />
        </Field>
      )}
    </FormPart>
  );
}

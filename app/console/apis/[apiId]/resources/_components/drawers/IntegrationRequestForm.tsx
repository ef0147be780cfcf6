'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { MappingRows } from '@/components/console/drafts/MappingRows';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { integrationTypes, passthroughBehaviors } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { IntegrationRequestValue } from './boxValues';
import { Endpoint } from './Endpoint';

const typeWords = {
  HTTP: 'HTTP: mappings and templates apply',
  HTTP_PROXY: 'HTTP_PROXY: both ways as it is',
  MOCK: 'MOCK: answered here, no backend',
};
const passthroughWords = {
  WHEN_NO_MATCH: 'WHEN_NO_MATCH: pass it if no template has its content type',
  WHEN_NO_TEMPLATES: 'WHEN_NO_TEMPLATES: pass it if there is no template at all',
  NEVER: 'NEVER: answer 415',
};
const types = integrationTypes.map((value) => ({ value, label: typeWords[value] }));
const passthroughs = passthroughBehaviors.map((value) => ({ value, label: passthroughWords[value] }));

/** What the backend is sent, and where. */
export function IntegrationRequestForm(props: DraftForm<IntegrationRequestValue> & { method: Method }) {
  const { value, set, errorOf, readOnly, method } = props;
  const change = (part: Partial<IntegrationRequestValue>) => set({ ...value, ...part });
  const expressions = [
    ...Object.keys(method.requestParameters),
    'method.request.body',
    ...contextExpressions,
  ];
  return (
    <div className="space-y-4">
      <Field label="Integration type" error={errorOf('type')}>
        <Select
          options={types}
          value={value.type}
          disabled={readOnly}
          onChange={(event) => change({ type: typeOf(event.target.value) })}
        />
      </Field>
      {value.type !== 'MOCK' && <Endpoint {...props} />}
      {value.type !== 'HTTP_PROXY' && (
        <Field
          label="Body passthrough"
          help="What happens to a request body for which there is no template."
          error={errorOf('passthroughBehavior')}
        >
          <Select
            options={passthroughs}
            value={value.passthroughBehavior}
            disabled={readOnly}
            onChange={(event) => change({ passthroughBehavior: passthroughOf(event.target.value) })}
          />
        </Field>
      )}
      {value.type !== 'MOCK' && (
        <FormPart
          title="Parameter mappings"
          help="What the backend gets, from a parameter that the method request declares, a stage variable, the context, or 'text' in quotes."
          error={errorOf('requestParameters')}
        >
          <MappingRows
            prefix="integration.request"
            locations={['path', 'querystring', 'header']}
            record={value.requestParameters}
            onChange={(requestParameters) => change({ requestParameters })}
            noun="mapping"
            expressions={expressions}
            errorOf={(key) => errorOf(`requestParameters.${key}`)}
            readOnly={readOnly}
          />
        </FormPart>
      )}
      {value.type !== 'HTTP_PROXY' && (
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
            onChange={(requestTemplates) => change({ requestTemplates })}
            errorOf={(type) => errorOf(`requestTemplates.${type}`)}
            errorLinesOf={(type) => props.errorLinesOf(`requestTemplates.${type}`)}
            readOnly={readOnly}
          />
        </FormPart>
      )}
    </div>
  );
}

const contextExpressions = ['context.requestId', 'context.identity.sourceIp', 'context.stage'];
const typeOf = (text: string) => integrationTypes.find((type) => type === text) ?? 'HTTP';
const passthroughOf = (text: string) => passthroughBehaviors.find((each) => each === text) ?? 'WHEN_NO_MATCH';

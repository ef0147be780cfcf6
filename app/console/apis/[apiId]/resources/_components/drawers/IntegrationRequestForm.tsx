'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { type HttpMethod, httpMethods } from '@/lib/model/httpMethod';
import { integrationTypes, passthroughBehaviors } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { BoxForm } from './BoxForm';
import type { IntegrationRequestValue } from './boxValues';
import { FormPart } from './FormPart';
import { MappingRows } from './MappingRows';
import { TemplateRows } from './TemplateRows';

const typeWords = {
  HTTP: 'HTTP: mappings and templates apply',
  HTTP_PROXY: 'HTTP_PROXY: request and answer pass as they are',
  MOCK: 'MOCK: answered here, no backend',
};
const passthroughWords = {
  WHEN_NO_MATCH: 'WHEN_NO_MATCH: pass it if no template has its content type',
  WHEN_NO_TEMPLATES: 'WHEN_NO_TEMPLATES: pass it if there is no template at all',
  NEVER: 'NEVER: answer 415',
};
const types = integrationTypes.map((value) => ({ value, label: typeWords[value] }));
const passthroughs = passthroughBehaviors.map((value) => ({ value, label: passthroughWords[value] }));
const verbs = httpMethods.map((value) => ({ value, label: value }));

/** What the backend is sent, and where. */
export function IntegrationRequestForm(props: BoxForm<IntegrationRequestValue> & { method: Method }) {
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
const verbOf = (text: string): HttpMethod | undefined => httpMethods.find((verb) => verb === text);

function Endpoint({ value, set, errorOf, readOnly }: BoxForm<IntegrationRequestValue>) {
  const change = (part: Partial<IntegrationRequestValue>) => set({ ...value, ...part });
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Field label="Backend method" className="w-32" error={errorOf('httpMethod')}>
          <Select
            options={value.httpMethod ? verbs : [{ value: '', label: 'Choose' }, ...verbs]}
            value={value.httpMethod ?? ''}
            disabled={readOnly}
            onChange={(event) => change({ httpMethod: verbOf(event.target.value) })}
          />
        </Field>
        <Field label="Timeout in ms" className="w-32" error={errorOf('timeoutInMillis')}>
          <Input
            type="number"
            inputMode="numeric"
            value={value.timeoutInMillis}
            readOnly={readOnly}
            onChange={(event) => change({ timeoutInMillis: Number(event.target.value) })}
          />
        </Field>
      </div>
      <Field
        label="URI"
        error={errorOf('uri')}
        help={
          <>
            {'Takes '}
            <code className="font-mono">{'${stageVariables.name}'}</code>
            {' anywhere after the scheme, and '}
            <code className="font-mono">{'{pathParam}'}</code>
            {' for each path parameter mapped below.'}
          </>
        }
      >
        <Input
          mono
          inputMode="url"
          placeholder="https://backend.example.com/pets/{petId}"
          value={value.uri ?? ''}
          readOnly={readOnly}
          onChange={(event) => change({ uri: event.target.value })}
        />
      </Field>
    </>
  );
}

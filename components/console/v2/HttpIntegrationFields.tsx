'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { FunctionFields, LinkFields, UrlFields } from './BackendFields';
import { HttpMappingRows } from './HttpMappingRows';
import { httpIntegrationKinds, integrationOfKind, kindOfIntegration } from './httpIntegrationKinds';
import { ResponseMappings } from './ResponseMappings';
import { ServiceFields } from './ServiceFields';

/** What an integration may lead to. */
export interface BackendChoices {
  functions: FunctionChoice[];
  vpcLinks: { id: string; name: string }[];
}

const requestPlaces = ['header', 'querystring', 'path'] as const;
const requestExpressions = [
  '$request.header.',
  '$request.querystring.',
  '$request.path',
  '$request.path.',
  '$request.body.',
  '$context.requestId',
  '$context.authorizer.',
  '$stageVariables.',
];

/** The backend of an HTTP API's routes: what is called, and what is changed on the way there and back. */
export function HttpIntegrationFields(props: DraftForm<IntegrationInput> & { choices: BackendChoices }) {
  const { value, set, errorOf, readOnly, choices } = props;
  const kind = kindOfIntegration(value);
  const chooseKind = (next: string) => {
    const found = httpIntegrationKinds.find((each) => each.value === next);
    if (found) set(integrationOfKind(found.value, value));
  };
  return (
    <div className="grid gap-4">
      <Field label="Integration type" error={errorOf('integrationType')}>
        <Select
          options={httpIntegrationKinds}
          value={kind}
          disabled={readOnly}
          onChange={(event) => chooseKind(event.target.value)}
        />
      </Field>
      {kind === 'HTTP' && <UrlFields {...props} />}
      {kind === 'VPC_LINK' && <LinkFields {...props} vpcLinks={choices.vpcLinks} />}
      {kind === 'FUNCTION' && <FunctionFields {...props} functions={choices.functions} />}
      {kind === 'SERVICE' && <ServiceFields {...props} />}
      <TimeoutField {...props} />
      {kind !== 'SERVICE' && (
        <FormPart
          title="Parameter mapping of the call"
          help="Values are of the call as it came; one that it does not have changes nothing."
        >
          <HttpMappingRows
            key={kind}
            record={value.requestParameters ?? {}}
            onChange={(requestParameters) => set({ ...value, requestParameters })}
            places={requestPlaces}
            expressions={requestExpressions}
            noun="request mapping"
            errorOf={(key) => errorOf(`requestParameters.${key}`)}
            readOnly={readOnly}
          />
        </FormPart>
      )}
      <FormPart title="Parameter mapping of the answer" error={errorOf('responseParameters')}>
        <ResponseMappings
          key={kind}
          value={value.responseParameters ?? {}}
          onChange={(responseParameters) => set({ ...value, responseParameters })}
          errorOf={errorOf}
          readOnly={readOnly}
        />
      </FormPart>
    </div>
  );
}

function TimeoutField({ value, set, errorOf, readOnly }: DraftForm<IntegrationInput>) {
  const { timeoutInMillis, ...rest } = value;
  const change = (text: string) => {
    const number = Number(text);
    if (text === '') set(rest);
    else if (Number.isInteger(number)) set({ ...rest, timeoutInMillis: number });
  };
  return (
    <Field label="Timeout" help="Milliseconds, 50 to 30000." error={errorOf('timeoutInMillis')}>
      <Input
        inputMode="numeric"
        className="w-32"
        placeholder="30000"
        value={timeoutInMillis ?? ''}
        readOnly={readOnly}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}

'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { integrationTypes, passthroughBehaviors } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { IntegrationRequestValue } from './boxValues';
import { Caching } from './Caching';
import { Connection } from './Connection';
import { ContentHandlingField } from './ContentHandlingField';
import { Endpoint } from './Endpoint';
import { RequestMappings } from './RequestMappings';
import { RequestTemplates } from './RequestTemplates';
import { TransferModeField } from './TransferModeField';

type Props = DraftForm<IntegrationRequestValue> & { method: Method };

const typeWords = {
  HTTP: 'HTTP: mappings and templates apply',
  HTTP_PROXY: 'HTTP_PROXY: both ways as it is',
  MOCK: 'MOCK: answered here, no backend',
};
const types = integrationTypes.map((value) => ({ value, label: typeWords[value] }));
const typeOf = (text: string) => integrationTypes.find((type) => type === text) ?? 'HTTP';

/** What the backend is sent, and where. */
export function IntegrationRequestForm(props: Props) {
  const { value, errorOf, readOnly } = props;
  return (
    <div className="space-y-4">
      <Field label="Integration type" error={errorOf('type')}>
        <Select
          options={types}
          value={value.type}
          disabled={readOnly}
          onChange={(event) => props.set(ofType(value, typeOf(event.target.value)))}
        />
      </Field>
      {value.type !== 'MOCK' && (
        <>
          <Endpoint {...props} />
          <Connection {...props} />
        </>
      )}
      {value.type === 'HTTP_PROXY' ? <TransferModeField {...props} /> : <BodyFields {...props} />}
      {value.type !== 'MOCK' && <RequestMappings {...props} />}
      {value.type !== 'HTTP_PROXY' && <RequestTemplates {...props} />}
      <Caching {...props} />
    </div>
  );
}

/** Only a proxy streams: another type would be refused for it. */
function ofType(
  value: IntegrationRequestValue,
  type: IntegrationRequestValue['type'],
): IntegrationRequestValue {
  const { responseTransferMode, ...rest } = value;
  return { ...rest, type, ...(type === 'HTTP_PROXY' && responseTransferMode && { responseTransferMode }) };
}

const passthroughWords = {
  WHEN_NO_MATCH: 'WHEN_NO_MATCH: pass it if no template has its content type',
  WHEN_NO_TEMPLATES: 'WHEN_NO_TEMPLATES: pass it if there is no template at all',
  NEVER: 'NEVER: answer 415',
};
const passthroughs = passthroughBehaviors.map((value) => ({ value, label: passthroughWords[value] }));
const passthroughOf = (text: string) => passthroughBehaviors.find((each) => each === text) ?? 'WHEN_NO_MATCH';

/** What becomes of a request's body that no template takes, and of binary ones. */
function BodyFields({ value, set, errorOf, readOnly }: Props) {
  return (
    <>
      <Field
        label="Body passthrough"
        help="What happens to a request body for which there is no template."
        error={errorOf('passthroughBehavior')}
      >
        <Select
          options={passthroughs}
          value={value.passthroughBehavior}
          disabled={readOnly}
          onChange={({ target }) => set({ ...value, passthroughBehavior: passthroughOf(target.value) })}
        />
      </Field>
      <ContentHandlingField
        value={value.contentHandling}
        onChange={(contentHandling) => set({ ...value, contentHandling })}
        error={errorOf('contentHandling')}
        readOnly={readOnly}
      />
    </>
  );
}

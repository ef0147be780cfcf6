'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { passthroughBehaviors } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import {
  type IntegrationKind,
  integrationKinds,
  isFunctionKind,
  isProxyType,
  kindOf,
  kindOptions,
} from '../integration/integrationKinds';
import { useFirstPlace } from '../integration/useFirstPlace';
import type { IntegrationRequestValue } from './boxValues';
import { Caching } from './Caching';
import { Connection } from './Connection';
import { ContentHandlingField } from './ContentHandlingField';
import { Endpoint } from './Endpoint';
import { FunctionEndpoint } from './FunctionEndpoint';
import { integrationOfKind } from './integrationOfKind';
import { RequestMappings } from './RequestMappings';
import { RequestTemplates } from './RequestTemplates';
import { ServiceEndpoint } from './ServiceEndpoint';
import { TransferModeField } from './TransferModeField';

type Props = DraftForm<IntegrationRequestValue> & { method: Method };

const isKind = (text: string): text is IntegrationKind => integrationKinds.some((kind) => kind === text);

/** What the backend is sent, and where. */
export function IntegrationRequestForm(props: Props) {
  const { value, set, errorOf, readOnly } = props;
  const place = useFirstPlace();
  const kind = kindOf(value);
  const isProxy = isProxyType(value.type);
  return (
    <div className="space-y-4">
      <Field label="Integration type" error={errorOf('type')}>
        <Select
          options={kindOptions}
          value={kind}
          disabled={readOnly}
          onChange={({ target }) =>
            set(integrationOfKind(value, isKind(target.value) ? target.value : kind, place))
          }
        />
      </Field>
      <BackendFields {...props} kind={kind} />
      {isProxy ? <TransferModeField {...props} /> : <BodyFields {...props} />}
      {kind !== 'MOCK' && kind !== 'LAMBDA_PROXY' && <RequestMappings {...props} />}
      {!isProxy && <RequestTemplates {...props} />}
      <Caching {...props} />
    </div>
  );
}

function BackendFields({ kind, ...props }: Props & { kind: IntegrationKind }) {
  if (kind === 'MOCK') return null;
  if (isFunctionKind(kind)) return <FunctionEndpoint key={kind} {...props} />;
  if (kind === 'AWS') return <ServiceEndpoint {...props} />;
  return (
    <>
      <Endpoint {...props} />
      <Connection {...props} />
    </>
  );
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

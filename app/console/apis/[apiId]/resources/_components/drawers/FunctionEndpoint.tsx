'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Switch } from '@/components/ui/Switch';
import { useWorkspace } from '../Workspace';
import type { IntegrationRequestValue } from './boxValues';
import { CredentialsField } from './CredentialsField';
import { callable, isCallable } from './callable';
import { TimeoutField } from './TimeoutField';

/** Header that makes Lambda take an event and not wait for its end. */
const INVOCATION_TYPE = 'integration.request.header.X-Amz-Invocation-Type';

/** Which function is called. A function is always called by POST, so no verb is asked for. */
export function FunctionEndpoint(props: DraftForm<IntegrationRequestValue>) {
  const { value, set, errorOf, readOnly } = props;
  const { functions } = useWorkspace();
  return (
    <>
      <FunctionPicker
        functions={functions}
        uri={value.uri ?? ''}
        streams={value.responseTransferMode === 'STREAM'}
        error={errorOf('uri')}
        byRole={Boolean(value.credentials)}
        readOnly={readOnly}
        onChange={(uri) => set({ ...value, uri, httpMethod: 'POST' })}
      />
      <FormError>{errorOf('httpMethod') ?? (isCallable(value) ? undefined : <Mend {...props} />)}</FormError>
      <TimeoutField {...props} />
      {value.type === 'AWS' && <EventSwitch {...props} />}
      <CredentialsField {...props} ofFunction />
    </>
  );
}

/** What an import or JSON may hold and the gateway cannot call: another verb, or the URI of the other transfer mode. */
function Mend({ value, set, readOnly }: DraftForm<IntegrationRequestValue>) {
  return (
    <>
      Calls of this method fail: a function is called by POST, and streams by the URI of response streaming
      only.{' '}
      {!readOnly && (
        <button type="button" className="underline" onClick={() => set(callable(value))}>
          Set both right
        </button>
      )}
    </>
  );
}

/** (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html) */
function EventSwitch({ value, set, readOnly }: DraftForm<IntegrationRequestValue>) {
  const { [INVOCATION_TYPE]: mapped, ...others } = value.requestParameters;
  return (
    <Field
      inline
      label="Do not wait for the function"
      help="The call is answered with 202 when the event is taken (X-Amz-Invocation-Type: 'Event')."
    >
      <Switch
        checked={mapped === "'Event'"}
        disabled={readOnly}
        onCheckedChange={(on) =>
          set({ ...value, requestParameters: on ? { ...others, [INVOCATION_TYPE]: "'Event'" } : others })
        }
      />
    </Field>
  );
}

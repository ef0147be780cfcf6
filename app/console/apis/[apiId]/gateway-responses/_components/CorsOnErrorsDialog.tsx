'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';
import { enableCorsOnErrors } from '../actions';

const fields = ['allowOrigin', 'allowHeaders'] as const;
const defaultHeaders = 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token';

/** CORS headers on every error of the gateway, so that a page of another origin can read why it was refused. */
export function CorsOnErrorsDialog(props: {
  restApiId: string;
  states: GatewayResponseState[];
  onClose: () => void;
}) {
  const { restApiId, states, onClose } = props;
  const action = useAction(enableCorsOnErrors, { fields });
  const [allowOrigin, setAllowOrigin] = useState('*');
  const [allowHeaders, setAllowHeaders] = useState(defaultHeaders);
  const enable = async () => {
    if (!(await action.run({ restApiId, allowOrigin, allowHeaders }))) return;
    toast.success('Gateway errors carry CORS headers once this is deployed');
    onClose();
  };
  return (
    <FormDialog
      title="CORS on gateway errors"
      submit="Add CORS headers"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={enable}
    >
      <p className="text-muted">
        Without these headers a browser hides the gateway’s own errors from pages of other origins. They are
        added to {placesWords(states)}; other headers and templates stay.
      </p>
      <Field label="Access-Control-Allow-Origin" error={action.errorOf('allowOrigin')}>
        <Input mono autoFocus value={allowOrigin} onChange={(event) => setAllowOrigin(event.target.value)} />
      </Field>
      <Field label="Access-Control-Allow-Headers" error={action.errorOf('allowHeaders')}>
        <Input mono value={allowHeaders} onChange={(event) => setAllowHeaders(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

/** DEFAULT_4XX, DEFAULT_5XX and the types that are customised themselves, which inherit nothing. */
function placesWords(states: readonly GatewayResponseState[]): string {
  const own = states
    .filter(({ defaultResponse, responseType }) => !defaultResponse && !responseType.startsWith('DEFAULT_'))
    .map(({ responseType }) => responseType);
  const all = ['DEFAULT_4XX', 'DEFAULT_5XX', ...own];
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

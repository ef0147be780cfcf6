'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { ParameterRows } from '@/components/console/drafts/ParameterRows';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { RouteDraft } from '../drawers/RouteDrawer';
import type { RoutePlace } from '../RoutePlace';
import { ModelRows } from './ModelRows';

type Props = DraftForm<RouteDraft> & { place: RoutePlace };

/** Who may connect and what a connection must bring ($connect), or which messages are let through (the others). */
export function RouteFields(props: Props) {
  const { value, set, readOnly, errorOf, place } = props;
  const isConnect = place.route.routeKey === '$connect';
  return (
    <>
      {isConnect && <Authorization {...props} />}
      {isConnect && (
        <FormPart
          title="Request parameters"
          help="Known to mappings; a required one must be there to connect."
        >
          <ParameterRows
            prefix="route.request"
            locations={['querystring', 'header']}
            record={value.requestParameters ?? {}}
            onChange={(requestParameters) => set({ ...value, requestParameters })}
            blank={{ required: false }}
            noun="parameter"
            renderValue={({ required = false }, change, label) => (
              <Checkbox
                label="Required"
                aria-label={`${label} is required`}
                checked={required}
                disabled={readOnly}
                onChange={({ target }) => change({ required: target.checked })}
              />
            )}
            errorOf={(key) => errorOf(`requestParameters.${key}`)}
            readOnly={readOnly}
          />
        </FormPart>
      )}
      {!isConnect && place.route.routeKey !== '$disconnect' && <ModelRows {...props} />}
      <Field
        label="Operation name"
        help="Your own name for it in definitions."
        error={errorOf('operationName')}
      >
        <Input
          readOnly={readOnly}
          value={value.operationName ?? ''}
          onChange={({ target }) => {
            const { operationName: _before, ...rest } = value;
            set(target.value ? { ...rest, operationName: target.value } : rest);
          }}
        />
      </Field>
    </>
  );
}

function Authorization({ value, set, readOnly, errorOf, place }: Props) {
  const { authorizers } = place;
  const chosen = value.authorizationType === 'CUSTOM' ? (value.authorizerId ?? '') : '';
  const choose = (choice: string) => {
    const { authorizerId: _before, ...rest } = value;
    if (choice === 'NONE' || choice === 'AWS_IAM') set({ ...rest, authorizationType: choice });
    else set({ ...rest, authorizationType: 'CUSTOM', authorizerId: choice });
  };
  return (
    <>
      <Field
        label="Authorization"
        help="Asked once, when a client connects. Another one counts for new connections."
        error={errorOf('authorizationType') ?? errorOf('authorizerId')}
      >
        <Select
          options={[
            { value: 'NONE', label: 'None: anybody' },
            { value: 'AWS_IAM', label: 'IAM: a signed handshake' },
            ...authorizers.map(({ authorizerId, name }) => ({
              value: authorizerId,
              label: `Authorizer ${name}`,
            })),
          ]}
          value={chosen || value.authorizationType}
          disabled={readOnly}
          onChange={({ target }) => choose(target.value)}
        />
      </Field>
      <Checkbox
        label="An API key is required"
        checked={value.apiKeyRequired ?? false}
        disabled={readOnly}
        onChange={({ target }) => set({ ...value, apiKeyRequired: target.checked })}
      />
    </>
  );
}

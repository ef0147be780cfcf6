'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { HttpIntegrationFields } from '@/components/console/v2/HttpIntegrationFields';
import { integrationWords } from '@/components/console/v2/httpIntegrationKinds';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { Route } from '@/lib/model/v2/route';
import { AuthorizationFields } from './AuthorizationFields';
import type { RoutesProps } from './Routes';
import { NEW_INTEGRATION, type RouteDraft, targetId, withIntegration } from './routeDraft';
import { DEFAULT_ROUTE, readRouteKey } from './routesByPath';

const verbs = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((value) => ({
  value,
  label: value,
}));

export type RouteForm = RoutesProps & { route: Route | undefined; form: DraftForm<RouteDraft> };

export function RouteFields(props: RouteForm) {
  const { form } = props;
  return (
    <div className="grid gap-4">
      <KeyFields {...props} />
      <FormPart title="Integration" help="Where a call of the route goes.">
        <IntegrationChoice {...props} />
      </FormPart>
      <FormPart title="Authorization" help="Who may call the route.">
        <AuthorizationFields {...props} />
      </FormPart>
      <Field
        label="Operation name"
        help="Your own word for the route."
        error={form.errorOf('operationName')}
        className="border-t pt-4"
      >
        <Input
          value={form.value.operationName}
          readOnly={form.readOnly}
          onChange={(event) => form.set({ ...form.value, operationName: event.target.value })}
        />
      </Field>
    </div>
  );
}

function KeyFields({ form }: RouteForm) {
  const { value, set, errorOf, readOnly } = form;
  const { verb, path } = readRouteKey(value.routeKey);
  const isDefault = value.routeKey === DEFAULT_ROUTE;
  const write = (next: { verb: string; path: string }) =>
    set({ ...value, routeKey: next.path === DEFAULT_ROUTE ? DEFAULT_ROUTE : `${next.verb} ${next.path}` });
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3">
      <Field label="Verb">
        <Select
          options={verbs}
          value={verb}
          disabled={readOnly || isDefault}
          onChange={(event) => write({ verb: event.target.value, path })}
        />
      </Field>
      <Field
        label="Path"
        required
        help="{name} is one part of it, {name+} all that is left. $default takes every other call."
        error={errorOf('routeKey')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder="/pets/{id}"
          value={path}
          readOnly={readOnly}
          onChange={(event) => write({ verb, path: event.target.value.trim() })}
        />
      </Field>
    </div>
  );
}

function IntegrationChoice({ form, integrations, routes, route, choices }: RouteForm) {
  const { value, set, errorOf, readOnly } = form;
  const { integration, integrationId } = value;
  const shared = routes.filter(
    (each) => each.routeId !== route?.routeId && targetId(each.target) === integrationId,
  );
  const options = [
    { value: '', label: 'None yet' },
    { value: NEW_INTEGRATION, label: 'New integration' },
    ...integrations.map((each) => ({
      value: each.integrationId,
      label: `${integrationWords(each)} (${each.integrationId})`,
    })),
  ];
  return (
    <div className="grid gap-4">
      <Field label="Attached integration" error={errorOf('target')}>
        <Select
          options={options}
          value={integrationId}
          disabled={readOnly}
          onChange={({ target }) => set(withIntegration(value, target.value, integrations))}
        />
      </Field>
      {shared.length > 0 && (
        <p className="text-warning text-small">
          Also of {shared.map(({ routeKey }) => routeKey).join(', ')}: what you change here changes them too.
        </p>
      )}
      {integration && (
        <HttpIntegrationFields
          key={integrationId}
          {...form}
          value={integration}
          set={(next) => set({ ...value, integration: next })}
          choices={choices}
        />
      )}
    </div>
  );
}

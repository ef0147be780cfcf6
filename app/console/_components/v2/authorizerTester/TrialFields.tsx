'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Select } from '@/components/ui/Select';
import { Textarea } from '@/components/ui/Textarea';
import type { TesterProps } from './AuthorizerTester';
import { type IdentityField, locationWords } from './identityFields';
import type { TrialDraft } from './trialInput';

interface TrialFieldsProps extends Pick<TesterProps, 'authorizer' | 'routes' | 'stageNames'> {
  fields: IdentityField[];
  draft: TrialDraft;
  change: (part: Partial<TrialDraft>) => void;
}

/** What a call brings: the token or the identity sources, where it leads, and the rest of it. */
export function TrialFields(props: TrialFieldsProps) {
  const { authorizer, fields, routes, draft, change } = props;
  const isJwt = authorizer.authorizerType === 'JWT';
  return (
    <>
      {fields.map((field) => (
        <IdentityInput key={field.expression} {...props} field={field} isToken={isJwt} />
      ))}
      {routes.length > 0 && (
        <Field
          label="Route"
          help={
            isJwt
              ? 'Its scopes are asked for too. Without one any valid token is let in.'
              : 'What a policy is asked about.'
          }
        >
          <Select
            value={draft.routeId}
            onChange={({ target }) => change({ routeId: target.value })}
            options={[
              { value: '', label: isJwt ? 'No route, no scopes' : '$default' },
              ...routes.map(({ routeId, routeKey, scopes }) => ({
                value: routeId,
                label: [routeKey, isJwt && scopes.length > 0 && `(${scopes.join(', ')})`]
                  .filter(Boolean)
                  .join(' '),
              })),
            ]}
          />
        </Field>
      )}
      {!isJwt && <RestOfCall {...props} />}
    </>
  );
}

function IdentityInput(props: TrialFieldsProps & { field: IdentityField; isToken: boolean }) {
  const { draft, isToken } = props;
  const { expression, location, name } = props.field;
  const value = draft.identity[expression] ?? '';
  const set = (next: string) => props.change({ identity: { ...draft.identity, [expression]: next } });
  if (isToken)
    return (
      <Field label="Token" help={`Sent as ${expression}. Empty: the call comes without one.`}>
        <Textarea
          mono
          rows={5}
          spellCheck={false}
          autoComplete="off"
          placeholder="eyJhbGciOi…"
          className="break-all"
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      </Field>
    );
  return (
    <Field
      label={
        <>
          {locationWords[location]} <span className="font-mono">{name}</span>
        </>
      }
      help="Empty: the call comes without it."
    >
      <Input
        mono
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </Field>
  );
}

/** What a function may look at besides. */
function RestOfCall({ draft, change, stageNames, routes }: TrialFieldsProps) {
  return (
    <details>
      <summary className="cursor-pointer font-medium marker:text-muted">Rest of the call</summary>
      <div className="mt-3 grid gap-4">
        {stageNames.length > 1 && (
          <Field label="Stage" help="Whose name is in the ARN, and whose variables count.">
            <Select
              value={draft.stageName || stageNames[0]}
              onChange={({ target }) => change({ stageName: target.value })}
              options={stageNames.map((value) => ({ value, label: value }))}
            />
          </Field>
        )}
        {routes.length > 0 && (
          <Field label="Path" help="Empty: one that leads to the route. It may carry a query string.">
            <Input
              mono
              spellCheck={false}
              placeholder="/pets/7?page=2"
              value={draft.path}
              onChange={({ target }) => change({ path: target.value })}
            />
          </Field>
        )}
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium">Headers</legend>
          <KeyValueEditor what="Header" value={draft.headers} onChange={(headers) => change({ headers })} />
        </fieldset>
      </div>
    </details>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { useRunShortcut } from '@/components/console/useRunShortcut';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAction } from '@/components/ui/useAction';
import type { Authorizer, AuthorizerTrial } from '@/lib/model/authorizer';
import { testAuthorizer } from '../../actions';
import { sourceLocations } from '../identitySources';
import { keepTrial, readTrial } from './keptTrial';
import { RestOfCall } from './RestOfCall';
import { TrialOutcome } from './TrialOutcome';
import { blankTrial, type IdentityField, identityFields, type TrialInput, trialCall } from './trialInput';

/** TestInvokeAuthorizer as a form: an invented call at the production authorizer. Ctrl-Enter runs it. */
export function AuthorizerTester(props: { restApiId: string; authorizer: Authorizer; stale: boolean }) {
  const { restApiId, authorizer } = props;
  const fields = identityFields(authorizer);
  const [input, setInput] = useState<TrialInput>(blankTrial);
  const [trial, setTrial] = useState<AuthorizerTrial | null>(null);
  const action = useAction(testAuthorizer);
  // Only the browser has the storage: the first render must be the server's.
  useEffect(() => setInput(readTrial(restApiId, authorizer.id)), [restApiId, authorizer.id]);
  const change = (part: Partial<TrialInput>) => setInput((now) => ({ ...now, ...part }));
  const run = async () => {
    if (action.pending) return;
    keepTrial(restApiId, authorizer.id, input);
    const result = await action.run({ restApiId, authorizerId: authorizer.id, ...trialCall(fields, input) });
    setTrial(result ?? null);
  };
  useRunShortcut(() => void run(), true);
  return (
    <Section
      title="Test"
      description={
        props.stale
          ? 'Tests the authorizer as it was saved: save the changes first to try them.'
          : 'Runs the authorizer as calls do, deployed or not. Nothing is kept in its cache.'
      }
      className="content-start xl:border-t-0 xl:border-l xl:pt-0 xl:pl-8"
    >
      <div className="grid gap-4">
        {fields.map((field) => (
          <IdentityInput key={field.expression} field={field} input={input} change={change} />
        ))}
        <RestOfCall input={input} change={change} />
        <FormError>{action.rest}</FormError>
        <Button
          busy={action.pending}
          onClick={() => void run()}
          className="justify-self-start"
          aria-keyshortcuts="Control+Enter"
          title="Ctrl-Enter"
        >
          Test authorizer
        </Button>
        <div aria-live="polite" aria-busy={action.pending}>
          {action.pending ? <Skeleton className="h-24" /> : trial && <TrialOutcome trial={trial} />}
        </div>
      </div>
    </Section>
  );
}

function IdentityInput(props: {
  field: IdentityField;
  input: TrialInput;
  change: (part: Partial<TrialInput>) => void;
}) {
  const { field, input } = props;
  const { expression, location, name } = field;
  return (
    <Field
      label={
        <>
          {sourceLocations.find(({ value }) => value === location)?.label}{' '}
          <span className="font-mono">{name}</span>
        </>
      }
      help="Empty: the call comes without it."
    >
      <Input
        mono
        spellCheck={false}
        value={input.identity[expression] ?? ''}
        onChange={({ target }) =>
          props.change({ identity: { ...input.identity, [expression]: target.value } })
        }
      />
    </Field>
  );
}

'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { RoutingMode } from '@/lib/model/domainName';
import { setRoutingMode } from '../actions';
import { routingModeOptions } from './routingModes';

const fields = ['routingMode'];

/** Which of the two tables below chooses the API; live as soon as it is saved. */
export function RoutingModeSection(props: { domainName: string; saved: RoutingMode; editable: boolean }) {
  const { domainName, saved, editable } = props;
  const [routingMode, choose] = useState(saved);
  const action = useAction(setRoutingMode, { fields });
  const dirty = routingMode !== saved;
  useUnsavedGuard(dirty && !action.pending);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await action.run({ domainName, routingMode })) toast('Routing mode saved');
  };
  return (
    <Section
      title="Routing"
      description="Base path mappings choose the API by the path alone. Routing rules look at headers too, in an order of your own; they lead to REST APIs."
    >
      <form onSubmit={submit}>
        <fieldset disabled={!editable} className="grid max-w-md gap-4">
          <FormError>{action.rest}</FormError>
          <Field label="Routing mode" error={action.errorOf('routingMode')}>
            <Select
              value={routingMode}
              options={routingModeOptions}
              onChange={({ target }) => {
                const chosen = routingModeOptions.find(({ value }) => value === target.value);
                if (chosen) choose(chosen.value);
              }}
            />
          </Field>
          {editable && (
            <Button type="submit" busy={action.pending} disabled={!dirty} className="justify-self-start">
              Save routing mode
            </Button>
          )}
        </fieldset>
      </form>
    </Section>
  );
}

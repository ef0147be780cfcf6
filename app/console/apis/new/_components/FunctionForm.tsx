'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { functionWords, invocationUri } from '@/components/console/functionUri';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { createFunctionApi } from '../actions';

const fields = ['name', 'uri'] as const;

/** An API before one function, live when it is made. */
export function FunctionForm(props: {
  functions: FunctionChoice[];
  /** named in the address, as a function's own page does */
  chosen: string | undefined;
}) {
  const router = useRouter();
  const action = useAction(createFunctionApi, { fields });
  const first =
    props.functions.find(({ functionName }) => functionName === props.chosen) ?? props.functions[0];
  const [functionUri, setUri] = useState(first ? invocationUri(first.functionArn) : '');
  const [name, setName] = useState(props.chosen && first ? first.functionName : '');
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const api = await action.run({ name: name.trim(), functionUri });
    if (api) router.push(`/console/apis/${api.restApiId}/resources`);
  }
  return (
    <form onSubmit={submit} className="grid max-w-xl gap-4">
      <FormError>{action.rest}</FormError>
      <p className="text-muted">
        Every path and verb goes to the function as it is (Lambda proxy): ANY on / and on /{'{proxy+}'},
        deployed to the stage dev.
      </p>
      <Field label="Name" required error={action.errorOf('name')}>
        <Input
          autoFocus
          placeholder={functionUri ? functionWords(functionUri) : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <FunctionPicker
        functions={props.functions}
        uri={functionUri}
        onChange={setUri}
        error={action.errorOf('uri')}
      />
      <Button
        type="submit"
        variant="primary"
        busy={action.pending}
        disabled={functionUri === ''}
        className="justify-self-start"
      >
        Create and deploy API
      </Button>
    </form>
  );
}

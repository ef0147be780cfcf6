'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { faultText, useAction } from '@/components/ui/useAction';
import { putPoolGroups } from '../actions';

export function AddGroupDialog(props: {
  userPoolId: string;
  names: string[];
  onClose: () => void;
  onMade: (name: string) => void;
}) {
  const { userPoolId, names } = props;
  const action = useAction(putPoolGroups);
  const [text, setText] = useState('');
  const name = text.trim();
  const taken = names.includes(name) ? 'The pool has this group already' : undefined;
  const save = async () => {
    if (!(await action.run({ userPoolId, groups: [...names, name] }))) return;
    props.onMade(name);
    props.onClose();
  };
  return (
    <FormDialog
      title="Add group"
      submit="Add group"
      busy={action.pending}
      disabled={name === '' || taken !== undefined}
      onClose={props.onClose}
      onSubmit={save}
    >
      <Field label="Name" required error={taken ?? (action.error ? faultText(action.error) : undefined)}>
        <Input value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

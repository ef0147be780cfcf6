'use client';

import { Field } from '@/components/ui/Field';
import { Switch } from '@/components/ui/Switch';

/** Whether a password that somebody else typed is meant to stay. */
export const PermanentField = (props: { value: boolean; onChange: (permanent: boolean) => void }) => (
  <Field
    inline
    label="Permanent password"
    help="Off, they choose one of their own at the next sign-in, before anything else opens."
  >
    <Switch checked={props.value} onCheckedChange={props.onChange} />
  </Field>
);

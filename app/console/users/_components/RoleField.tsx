'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { Role } from '@/lib/model/role';
import { roleOf, roleOptions, roleWords } from './roleWords';

export function RoleField(props: { value: Role; error?: string; onChange: (role: Role) => void }) {
  return (
    <Field label="Role" help={roleWords[props.value].help} error={props.error}>
      <Select
        value={props.value}
        onChange={(event) => props.onChange(roleOf(event.target.value))}
        options={roleOptions}
      />
    </Field>
  );
}

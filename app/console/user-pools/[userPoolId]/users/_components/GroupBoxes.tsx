'use client';

import { Checkbox } from '@/components/ui/Checkbox';

/** The pool's groups, ticked where the user is a member. */
export function GroupBoxes(props: {
  groups: string[];
  value: string[];
  disabled?: boolean;
  onChange: (value: string[]) => void;
}) {
  const { groups, value } = props;
  const without = (group: string) => value.filter((each) => each !== group);
  if (groups.length === 0) return <p className="text-muted">The pool has no group yet.</p>;
  return (
    <div className="grid max-h-60 gap-1.5 overflow-y-auto">
      {groups.map((group) => (
        <Checkbox
          key={group}
          label={<span className="break-all">{group}</span>}
          checked={value.includes(group)}
          disabled={props.disabled}
          onChange={(event) =>
            props.onChange(event.target.checked ? [...without(group), group] : without(group))
          }
        />
      ))}
    </div>
  );
}

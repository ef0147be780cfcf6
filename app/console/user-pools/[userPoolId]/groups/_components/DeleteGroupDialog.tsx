'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { faultText, useAction } from '@/components/ui/useAction';
import { countOf } from '../../../_components/countOf';
import { putPoolGroups } from '../actions';
import type { GroupRow } from './GroupTable';

/** For a group with members: who was in it cannot be brought back. */
export function DeleteGroupDialog(props: {
  userPoolId: string;
  row: GroupRow;
  names: string[];
  onClose: () => void;
}) {
  const { userPoolId, row, names } = props;
  const action = useAction(putPoolGroups);
  const groups = names.filter((name) => name !== row.name);
  return (
    <ConfirmDelete
      open
      onOpenChange={props.onClose}
      what="group"
      name={row.name}
      error={action.error ? faultText(action.error) : undefined}
      onDelete={async () => Boolean(await action.run({ userPoolId, groups }))}
    >
      <p>{`It has ${countOf(row.memberCount, 'user')}, who lose it with their next tokens.`}</p>
    </ConfirmDelete>
  );
}

'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { faultText, useAction } from '@/components/ui/useAction';
import type { ResourceServer } from '@/lib/model/userPool';
import { putResourceServers } from '../actions';
import type { ServerRow } from './resourceServerColumns';

/** For a resource server whose scopes app clients are allowed: names them. */
export function DeleteServerDialog(props: {
  userPoolId: string;
  row: ServerRow;
  servers: ResourceServer[];
  onClose: () => void;
}) {
  const { userPoolId, row } = props;
  const action = useAction(putResourceServers);
  const servers = props.servers.filter(({ identifier }) => identifier !== row.identifier);
  return (
    <ConfirmDelete
      open
      onOpenChange={props.onClose}
      what="resource server"
      name={row.identifier}
      error={action.error ? faultText(action.error) : undefined}
      onDelete={async () => Boolean(await action.run({ userPoolId, servers }))}
    >
      <p>Its scopes are allowed to {row.clientNames.join(', ')}: they get no token with them any more.</p>
    </ConfirmDelete>
  );
}

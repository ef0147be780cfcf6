import type { ControlContext } from '../ControlContext';
import { createLogGroup } from './createLogGroup';
import { deleteLogGroup } from './deleteLogGroup';
import { groupArn } from './groupArn';
import type { LogsControl } from './LogsControl';
import { listLogGroups } from './logGroups';
import { readAccessLogs } from './readAccessLogs';

export function logsOperations(context: ControlContext): LogsControl {
  return {
    groups: listLogGroups(context),
    create: createLogGroup(context),
    delete: deleteLogGroup(context),
    groupArn: groupArn(context),
    read: readAccessLogs(context),
  };
}

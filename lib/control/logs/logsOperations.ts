import type { ControlContext } from '../ControlContext';
import { groupArn } from './groupArn';
import type { LogsControl } from './LogsControl';
import { listLogGroups } from './logGroups';
import { readAccessLogs } from './readAccessLogs';

export function logsOperations(context: ControlContext): LogsControl {
  return { groups: listLogGroups(context), groupArn: groupArn(context), read: readAccessLogs(context) };
}

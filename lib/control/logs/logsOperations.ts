import type { ControlContext } from '../ControlContext';
import type { LogsControl } from './LogsControl';
import { listLogGroups } from './logGroups';
import { readAccessLogs } from './readAccessLogs';

export function logsOperations(context: ControlContext): LogsControl {
  return { groups: listLogGroups(context), read: readAccessLogs(context) };
}

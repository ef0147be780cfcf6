import type { AccessLogSettingsDocument } from '../../snapshot/apiTypes';
import { LogLine } from './LogLine';

/** Where a stage's access log goes, and what it says. */
export interface AccessLog {
  logGroupName: string;
  line: LogLine;
}

/** @returns undefined: the stage keeps none */
export function compileAccessLog(settings: AccessLogSettingsDocument | undefined): AccessLog | undefined {
  return settings && { logGroupName: settings.logGroupName, line: new LogLine(settings.format) };
}

import type { AccessLogSettingsDocument } from '@gatehouse/gateway/snapshot';
import { logGroupNameOf } from '@/lib/model/accessLog';

/** A stage logs once it has both a log group and a format. */
export function accessLogDocument(
  settings: { destinationArn?: string | undefined; format?: string | undefined } | null | undefined,
): { accessLogSettings?: AccessLogSettingsDocument } {
  const logGroupName = logGroupNameOf(settings?.destinationArn ?? '');
  const format = settings?.format?.trimEnd();
  return logGroupName === undefined || !format ? {} : { accessLogSettings: { logGroupName, format } };
}

import { Stat } from '@/components/ui/Stat';
import { forecastText, quotaLeft, scarcest, usedUpAt } from '@/components/usage/quotaForecast';
import { callsText, latencyText, shareText } from '@/components/usage/usageText';
import type { PortalUsage } from '@/lib/queries/usage';

/** Calls, errors, p99, and what is left of the quota that ends first. */
export function PortalFigures({ usage }: { usage: PortalUsage }) {
  const { calls, status, throttled, latency } = usage.report.total;
  const errors = status['4XX'] + status['5XX'];
  return (
    <dl className="grid gap-x-6 gap-y-4 grid-cols-2 lg:grid-cols-4">
      <Stat label="Calls" value={callsText(calls)} />
      <Stat
        label="Errors"
        value={callsText(errors)}
        note={calls > 0 && `${shareText(errors, calls)} of calls, ${callsText(throttled)} throttled`}
        tone={status['5XX'] > 0 ? 'danger' : errors > 0 ? 'warning' : undefined}
      />
      <Stat label="p99 latency" value={latencyText(latency.p99)} />
      <QuotaFigure usage={usage} />
    </dl>
  );
}

function QuotaFigure({ usage: { quotas, now } }: { usage: PortalUsage }) {
  const quota = scarcest(quotas);
  if (!quota) return <Stat label="Quota left" value="–" note="None of these keys has a plan with a quota" />;
  const left = quotaLeft(quota);
  return (
    <Stat
      label={quotas.length > 1 ? `Quota left, ${quota.usagePlanName}` : 'Quota left'}
      value={callsText(left)}
      note={forecastText(quota, now)}
      tone={left === 0 ? 'danger' : usedUpAt(quota, now) === null ? undefined : 'warning'}
    />
  );
}

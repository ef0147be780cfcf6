import { Progress } from '@/components/ui/Progress';
import { forecastText, quotaShare } from '@/components/usage/quotaForecast';
import { callsText, utcText } from '@/components/usage/usageText';
import type { QuotaState } from '@/lib/model/usage';

const period = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** How much of each plan's quota each app has used, with all its keys, and when it starts again. */
export function QuotaBars(props: {
  quotas: readonly QuotaState[];
  appName: (appId: string) => string;
  now: number;
}) {
  return (
    <ul className="divide-y border-y">
      {props.quotas.map((quota) => (
        <li key={`${quota.usagePlanId} ${quota.quotaOwnerId}`} className="grid gap-1.5 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <span className="min-w-0 break-words">
              <span className="font-medium">{quota.usagePlanName}</span>
              <span className="text-muted"> · {props.appName(quota.quotaOwnerId)}</span>
            </span>
            <span className="tabular">
              {callsText(quota.used)} of {callsText(quota.limit)} calls a {period[quota.period]}
            </span>
          </p>
          <Progress
            label={`Quota of ${quota.usagePlanName}, ${props.appName(quota.quotaOwnerId)}`}
            hideLabel
            value={quotaShare(quota)}
            max={1}
            tone={toneOf(quota)}
          />
          <p className="flex flex-wrap justify-between gap-x-6 text-muted text-small">
            <span>{forecastText(quota, props.now)}</span>
            <span>Starts again {utcText(quota.resetsAt)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function toneOf(quota: QuotaState): 'danger' | 'warning' | undefined {
  const share = quotaShare(quota);
  if (share >= 1) return 'danger';
  return share >= 0.8 ? 'warning' : undefined;
}

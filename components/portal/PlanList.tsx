import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import type { PortalPlan } from '@/lib/model/portal';

const period = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** What each plan allows, in words; `action` puts a button beside it. */
export function PlanList({
  plans,
  action,
}: {
  plans: PortalPlan[];
  action: (plan: PortalPlan) => ReactNode;
}) {
  if (plans.length === 0)
    return <p className="text-muted">No plan is offered for this API yet, so it hands out no keys.</p>;
  return (
    <ul className="divide-y border-y">
      {plans.map((plan) => (
        <li key={plan.id} className="flex gap-x-6 gap-y-2 py-4 max-sm:flex-col sm:items-center">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {plan.name}
              {plan.approvalRequired && <Badge tone="warning">Needs approval</Badge>}
            </p>
            {plan.description && <p className="text-muted">{plan.description}</p>}
          </div>
          <p className="tabular text-muted text-small sm:text-right">
            {limits(plan).map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </p>
          <div>{action(plan)}</div>
        </li>
      ))}
    </ul>
  );
}

function limits(plan: PortalPlan): string[] {
  const { throttle, quota } = plan;
  const lines = [
    throttle &&
      `${throttle.rateLimit.toLocaleString('en')} calls a second, ${throttle.burstLimit.toLocaleString('en')} at once`,
    quota && `${quota.limit.toLocaleString('en')} calls a ${period[quota.period]}`,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines : ['No limit of its own'];
}

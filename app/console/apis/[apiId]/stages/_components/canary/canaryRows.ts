import { callsText, latencyText, shareText } from '@/components/usage/usageText';
import type { UsageFigures } from '@/lib/model/usage';

export interface ComparedFigure {
  name: string;
  stage: string;
  canary: string;
  /** in figures of which more is worse: the canary has more by a fifth and not by chance of a single call */
  worse: boolean;
}

/** Stage and canary of the same time, figure by figure. */
export function canaryRows(stage: UsageFigures, canary: UsageFigures): ComparedFigure[] {
  const all = stage.calls + canary.calls;
  const share = (name: string, of: (figures: UsageFigures) => number): ComparedFigure => ({
    name,
    stage: shareText(of(stage), stage.calls),
    canary: shareText(of(canary), canary.calls),
    worse: of(canary) > 1 && of(canary) * stage.calls > 1.2 * of(stage) * canary.calls,
  });
  const time = (name: string, of: (figures: UsageFigures) => number | null): ComparedFigure => ({
    name,
    stage: latencyText(of(stage)),
    canary: latencyText(of(canary)),
    worse: (of(canary) ?? 0) > 1.2 * (of(stage) ?? Number.POSITIVE_INFINITY),
  });
  return [
    { name: 'Calls', stage: callsText(stage.calls), canary: callsText(canary.calls), worse: false },
    {
      name: 'Share of calls',
      stage: shareText(stage.calls, all),
      canary: shareText(canary.calls, all),
      worse: false,
    },
    share('4XX', ({ status }) => status['4XX']),
    share('5XX', ({ status }) => status['5XX']),
    time('p50 latency', ({ latency }) => latency.p50),
    time('p99 latency', ({ latency }) => latency.p99),
  ];
}

import { Stat } from '@/components/ui/Stat';
import type { UsageFigures } from '@/lib/model/usage';
import { callsText, latencyText, shareText } from './usageText';

/** The figures at the top of a console dashboard. */
export function ConsoleFigures(props: { total: UsageFigures; cached: boolean }) {
  const { calls, status, latency, integrationLatency, throttled, cacheHits, cacheMisses } = props.total;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      <Stat label="Calls" value={callsText(calls)} />
      <Stat
        label="4XX rate"
        value={shareText(status['4XX'], calls)}
        note={`${callsText(status['4XX'])} calls`}
        tone={status['4XX'] > 0 ? 'warning' : undefined}
      />
      <Stat
        label="5XX rate"
        value={shareText(status['5XX'], calls)}
        note={`${callsText(status['5XX'])} calls`}
        tone={status['5XX'] > 0 ? 'danger' : undefined}
      />
      <Stat
        label="p99 latency"
        value={latencyText(latency.p99)}
        note={integrationLatency.p99 !== null && `integration p99 ${latencyText(integrationLatency.p99)}`}
      />
      <Stat label="Throttled" value={callsText(throttled)} note={`${shareText(throttled, calls)} of calls`} />
      {props.cached && (
        <Stat
          label="Cache hit ratio"
          value={shareText(cacheHits, cacheHits + cacheMisses)}
          note={`${callsText(cacheHits)} hits, ${callsText(cacheMisses)} misses`}
        />
      )}
    </dl>
  );
}

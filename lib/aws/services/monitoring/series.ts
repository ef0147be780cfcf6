import { latencyBounds, percentile } from '@/lib/model/latencyBuckets';
import type { MetricPoint } from '@/lib/model/usage';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { OperationCall } from '../../Service';

export const NAMESPACE = 'AWS/ApiGateway';

/** One step of one metric, as all statistics are made of it. */
export interface Sample {
  time: number;
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
  /** of the values themselves, where they are not counts of calls */
  histogram?: number[];
}

interface MetricRule {
  unit: 'Count' | 'Milliseconds' | 'Bytes';
  /** counts only what is recorded with this */
  httpMethod?: string;
  sample(point: MetricPoint): Omit<Sample, 'time'>;
}

/** A call counts 1 where it is one, and 0 where it is none: an average is a rate. */
const share = (part: number, count: number): Omit<Sample, 'time'> => ({
  count,
  sum: part,
  minimum: part < count ? 0 : 1,
  maximum: part > 0 ? 1 : 0,
});

/** Of sizes that were only added up the extremes are not known: the mean stands for both. */
const mean = (sum: number, count: number): Omit<Sample, 'time'> => {
  const each = count === 0 ? 0 : sum / count;
  return { count, sum, minimum: each, maximum: each };
};

const count: MetricRule = { unit: 'Count', sample: ({ calls }) => share(calls, calls) };
const clientErrors: MetricRule = { unit: 'Count', sample: ({ calls, status4xx }) => share(status4xx, calls) };
const serverErrors: MetricRule = { unit: 'Count', sample: ({ calls, status5xx }) => share(status5xx, calls) };
const latency: MetricRule = { unit: 'Milliseconds', sample: (point) => spread(point.latency) };
const integrationLatency: MetricRule = {
  unit: 'Milliseconds',
  sample: (point) => spread(point.integrationLatency),
};

/**
 * What each kind of API has, by AWS's names
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html,
 * http-api-metrics.html and apigateway-websocket-api-logging.html there).
 */
export const metrics: Record<'REST' | ProtocolType, Record<string, MetricRule>> = {
  REST: {
    Count: count,
    '4XXError': clientErrors,
    '5XXError': serverErrors,
    CacheHitCount: {
      unit: 'Count',
      sample: ({ cacheHits, cacheMisses }) => share(cacheHits, cacheHits + cacheMisses),
    },
    CacheMissCount: {
      unit: 'Count',
      sample: ({ cacheHits, cacheMisses }) => share(cacheMisses, cacheHits + cacheMisses),
    },
    Latency: latency,
    IntegrationLatency: integrationLatency,
  },
  HTTP: {
    Count: count,
    '4xx': clientErrors,
    '5xx': serverErrors,
    DataProcessed: {
      unit: 'Bytes',
      sample: ({ calls, dataProcessed }) => mean(dataProcessed, calls),
    },
    Latency: latency,
    IntegrationLatency: integrationLatency,
  },
  WEBSOCKET: {
    ConnectCount: { ...count, httpMethod: 'CONNECT' },
    // In both directions: what is sent by @connections counts too.
    MessageCount: { ...count, httpMethod: 'MESSAGE' },
    IntegrationError: { unit: 'Count', sample: ({ calls, integrationErrors: sum }) => share(sum, calls) },
    ClientError: { unit: 'Count', sample: ({ calls, clientErrors }) => share(clientErrors, calls) },
    ExecutionError: { unit: 'Count', sample: ({ calls, executionErrors }) => share(executionErrors, calls) },
    IntegrationLatency: integrationLatency,
  },
};

/** @returns undefined for a name that no kind of API has */
export function unitOf(metricName: string): MetricRule['unit'] | undefined {
  return Object.values(metrics).flatMap((rules) =>
    Object.hasOwn(rules, metricName) ? [rules[metricName]?.unit] : [],
  )[0];
}

/** A histogram's buckets are each a quarter wider than the one before: their middles stand for what is in them. */
function spread(histogram: number[]): Omit<Sample, 'time'> {
  const low = (index: number) => (index === 0 ? 0 : (latencyBounds[index - 1] ?? 0));
  const high = (index: number) => latencyBounds[index] ?? low(index);
  const first = histogram.findIndex((count) => count > 0);
  return {
    count: histogram.reduce((sum, count) => sum + count, 0),
    sum: histogram.reduce((sum, count, index) => sum + (count * (low(index) + high(index))) / 2, 0),
    minimum: first < 0 ? 0 : low(first),
    maximum: high(histogram.findLastIndex((count) => count > 0)),
    histogram,
  };
}

export interface MetricAsked {
  namespace: string;
  metricName: string;
  dimensions: { Name: string; Value?: string | undefined }[];
  from: number;
  to: number;
  /** ms */
  step: number;
}

/** Samples of a metric, oldest first; none for a metric, namespace or combination of dimensions that has no data. */
export async function samplesOf(call: OperationCall, asked: MetricAsked): Promise<Sample[]> {
  const of = new Map(asked.dimensions.map(({ Name, Value = '' }) => [Name, Value]));
  if (asked.namespace !== NAMESPACE || !isCombination([...of.keys()])) return [];
  const { from, to, step, metricName } = asked;
  const [stageName, resourcePath, httpMethod] = ['Stage', 'Resource', 'Method'].map((key) => of.get(key));
  const samples = new Map<number, Sample>();
  for (const { id: restApiId, kind } of await apisOf(call, of)) {
    const rule = Object.hasOwn(metrics[kind], metricName) ? metrics[kind][metricName] : undefined;
    if (!rule || of.has(kind === 'WEBSOCKET' ? 'Resource' : 'Route')) continue;
    const query = {
      ...{ from, to, step, restApiId, stageName },
      resourcePath: of.get('Route') ?? resourcePath,
      httpMethod: rule.httpMethod ?? httpMethod,
    };
    for (const point of await call.door.control.usage.metrics(call.actor, query)) {
      const sample = { time: point.time, ...rule.sample(point) };
      samples.set(point.time, added(samples.get(point.time), sample));
    }
  }
  return [...samples.values()].filter((sample) => sample.count > 0).sort((a, b) => a.time - b.time);
}

/** REST APIs are told by their name, which may be shared: AWS adds them up as well. The others by their id. */
async function apisOf(
  { door, actor }: OperationCall,
  of: Map<string, string>,
): Promise<{ id: string; kind: 'REST' | ProtocolType }[]> {
  const name = of.get('ApiName');
  if (name !== undefined)
    return (await door.control.restApis.list(actor))
      .filter((api) => api.name === name)
      .map(({ id }) => ({ id, kind: 'REST' }));
  return (await door.control.apis.list(actor))
    .filter(({ apiId }) => apiId === of.get('ApiId'))
    .map(({ apiId, protocolType }) => ({ id: apiId, kind: protocolType }));
}

const COMBINATIONS = [
  ...['ApiName', 'ApiName,Stage', 'ApiName,Method,Resource,Stage'],
  ...['ApiId', 'ApiId,Stage', 'ApiId,Method,Resource,Stage', 'ApiId,Route,Stage'],
];
const isCombination = (names: string[]) => COMBINATIONS.includes(names.sort().join(','));

function added(before: Sample | undefined, sample: Sample): Sample {
  if (!before) return sample;
  const [short, long] = [before.histogram ?? [], sample.histogram ?? []].sort((a, b) => a.length - b.length);
  return {
    time: sample.time,
    count: before.count + sample.count,
    sum: before.sum + sample.sum,
    minimum: Math.min(before.minimum, sample.minimum),
    maximum: Math.max(before.maximum, sample.maximum),
    ...(sample.histogram && { histogram: (long ?? []).map((count, index) => count + (short?.[index] ?? 0)) }),
  };
}

/** One of AWS's five statistics, or a percentile such as `p99`; undefined: no statistic of these data. */
export function statistic(
  { count, sum, minimum, maximum, histogram }: Sample,
  name: string,
): number | undefined {
  if (name === 'SampleCount') return count;
  if (name === 'Sum') return sum;
  if (name === 'Average') return sum / count;
  if (name === 'Minimum') return minimum;
  if (name === 'Maximum') return maximum;
  const share = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)?.[1];
  return share === undefined || !histogram
    ? undefined
    : (percentile(histogram, Number(share) / 100) ?? undefined);
}

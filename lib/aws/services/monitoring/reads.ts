import { z } from 'zod';
import type { OperationCall } from '../../Service';
import { dimensions, inputOf, invalid, number, time } from './inputOf';
import { metrics, NAMESPACE, samplesOf, statistic, unitOf } from './series';

/** Seconds, as AWS takes them: 60 and its multiples; what is less has no data here. */
const period = number.refine(
  (value) => value > 0 && value % 60 === 0,
  'A period is a multiple of 60 seconds',
);
const NAMED = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

const statisticsInput = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: dimensions,
  StartTime: time,
  EndTime: time,
  Period: period,
  Statistics: z.array(z.enum(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'])).default([]),
  ExtendedStatistics: z.array(z.string()).default([]),
});

export async function getMetricStatistics(call: OperationCall) {
  const asked = inputOf(call, statisticsInput);
  const { Statistics, ExtendedStatistics, MetricName } = asked;
  if (Statistics.length + ExtendedStatistics.length === 0)
    throw invalid('The parameter Statistics or ExtendedStatistics is required');
  const samples = await samplesOf(call, {
    namespace: asked.Namespace,
    metricName: MetricName,
    dimensions: asked.Dimensions,
    ...{ from: asked.StartTime, to: asked.EndTime, step: asked.Period * 1000 },
  });
  const Datapoints = samples.map((sample) => ({
    Timestamp: new Date(sample.time),
    ...Object.fromEntries(Statistics.map((name) => [name, statistic(sample, name)])),
    ...(ExtendedStatistics.length > 0 && {
      ExtendedStatistics: Object.fromEntries(
        ExtendedStatistics.map((name) => [name, statistic(sample, name)]),
      ),
    }),
    Unit: unitOf(MetricName),
  }));
  return { Label: MetricName, Datapoints };
}

const queryInput = z.object({
  Id: z.string(),
  Label: z.string().optional(),
  ReturnData: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .default(true),
  Expression: z.undefined('Expressions are not available here').optional(),
  MetricStat: z.object({
    Metric: z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions }),
    Period: period,
    Stat: z.string(),
  }),
});
const dataInput = z.object({
  MetricDataQueries: z.array(queryInput).min(1).max(500),
  StartTime: time,
  EndTime: time,
  ScanBy: z.enum(['TimestampDescending', 'TimestampAscending']).default('TimestampDescending'),
});

export async function getMetricData(call: OperationCall) {
  const { MetricDataQueries, StartTime, EndTime, ScanBy } = inputOf(call, dataInput);
  const MetricDataResults = [];
  for (const { Id, Label, MetricStat, ReturnData } of MetricDataQueries) {
    if (!ReturnData) continue;
    const { Metric, Period, Stat } = MetricStat;
    if (!NAMED.includes(Stat) && !/^p\d/.test(Stat))
      throw invalid(`The statistic ${Stat} is not available here`);
    const samples = await samplesOf(call, {
      namespace: Metric.Namespace,
      metricName: Metric.MetricName,
      dimensions: Metric.Dimensions,
      ...{ from: StartTime, to: EndTime, step: Period * 1000 },
    });
    const points = samples.flatMap((sample) => {
      const value = statistic(sample, Stat);
      return value === undefined ? [] : [{ time: new Date(sample.time), value }];
    });
    if (ScanBy === 'TimestampDescending') points.reverse();
    MetricDataResults.push({
      Id,
      Label: Label ?? Metric.MetricName,
      Timestamps: points.map((point) => point.time),
      Values: points.map(({ value }) => value),
      StatusCode: 'Complete',
    });
  }
  return { MetricDataResults };
}

const listInput = z.object({
  Namespace: z.string().default(NAMESPACE),
  MetricName: z.string().optional(),
  Dimensions: dimensions,
});

/** Every metric of every API and stage that there is; those by method are read by naming them. */
export async function listMetrics(call: OperationCall) {
  const { Namespace, MetricName, Dimensions } = inputOf(call, listInput);
  if (Namespace !== NAMESPACE) return { Metrics: [] };
  const sets = [...(await restSets(call)), ...(await apiSets(call))];
  const fits = (set: Dimension[]) =>
    Dimensions.every(({ Name, Value }) =>
      set.some((one) => one.Name === Name && (Value === undefined || one.Value === Value)),
    );
  const isAsked = (name: string) => MetricName === undefined || name === MetricName;
  return {
    Metrics: sets
      .filter(({ set }) => fits(set))
      .flatMap(({ kind, set }) =>
        Object.keys(metrics[kind])
          .filter(isAsked)
          .map((name) => ({ Namespace, MetricName: name, Dimensions: set })),
      ),
  };
}

interface Dimension {
  Name: string;
  Value: string;
}
interface DimensionSet {
  kind: keyof typeof metrics;
  set: Dimension[];
}

async function restSets({ door, actor }: OperationCall): Promise<DimensionSet[]> {
  const apis = await door.control.restApis.list(actor);
  return apis.flatMap(({ name, stageNames }) => setsOf('REST', { Name: 'ApiName', Value: name }, stageNames));
}

async function apiSets({ door, actor }: OperationCall): Promise<DimensionSet[]> {
  const sets: DimensionSet[] = [];
  for (const { apiId, protocolType } of await door.control.apis.list(actor)) {
    const stages = await door.control.apis.stages.list(actor, apiId);
    const names = stages.map(({ stageName }) => stageName);
    sets.push(...setsOf(protocolType, { Name: 'ApiId', Value: apiId }, names));
  }
  return sets;
}

const setsOf = (kind: DimensionSet['kind'], api: Dimension, stageNames: string[]): DimensionSet[] => [
  { kind, set: [api] },
  ...stageNames.map((stage) => ({ kind, set: [api, { Name: 'Stage', Value: stage }] })),
];

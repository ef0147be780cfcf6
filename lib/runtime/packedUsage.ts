/** Usage on its way from worker to control, relayed by the supervisor: two in three of its letters were names. */
import type { MetricRow, UsageBatch } from '@/lib/model/usageBatch';

const subject = ['restApiId', 'stageName', 'resourcePath', 'httpMethod', 'apiKeyId', 'usagePlanId'] as const;
const counts = [
  'calls',
  'status2xx',
  'status3xx',
  'status4xx',
  'status5xx',
  'throttled',
  'cacheHits',
  'cacheMisses',
  'integrationErrors',
  'clientErrors',
  'executionErrors',
  'dataProcessed',
  'quotaCounted',
] as const;
const HISTOGRAMS_AT = 1 + subject.length + counts.length;

export type UsageSubject = Pick<MetricRow, (typeof subject)[number]>;
export type UsageCounts = Pick<MetricRow, (typeof counts)[number]>;

/** A UsageBatch that names each text once. */
export interface PackedUsage extends Omit<UsageBatch, 'rows'> {
  names: string[];
  /** minute, indices of the subject's names, counts, length of the first histogram, both histograms */
  rows: number[][];
}

/** Bucket and count in turn, for as many buckets as hold something. */
export type FlatHistogram = number[];

/** A row while it is counted. */
export interface CountedRow {
  minute: number;
  subject: UsageSubject;
  counts: UsageCounts;
  latency: FlatHistogram;
  integrationLatency: FlatHistogram;
}

export function packUsage(boot: string, sequence: number, rows: readonly CountedRow[]): PackedUsage {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const packed = rows.map((row) => packRow(row, numberOf));
  return { boot, sequence, names: [...numbers.keys()], rows: packed };
}

function packRow(row: CountedRow, numberOf: (name: string) => number): number[] {
  const packed = [row.minute];
  for (const field of subject) packed.push(numberOf(row.subject[field]));
  for (const field of counts) packed.push(row.counts[field]);
  packed.push(row.latency.length, ...row.latency, ...row.integrationLatency);
  return packed;
}

export function unpackUsage({ names, rows, ...batch }: PackedUsage): UsageBatch {
  return { ...batch, rows: rows.map((row) => unpackRow(row, names)) };
}

function unpackRow(row: number[], names: string[]): MetricRow {
  const unpacked = { ...EMPTY };
  const [minute = 0] = row;
  for (const [index, field] of subject.entries()) unpacked[field] = names[row[1 + index] ?? 0] ?? '';
  for (const [index, field] of counts.entries()) unpacked[field] = row[1 + subject.length + index] ?? 0;
  const latencyAt = HISTOGRAMS_AT + 1;
  const integrationAt = latencyAt + (row[HISTOGRAMS_AT] ?? 0);
  const latency = pairs(row.slice(latencyAt, integrationAt));
  return { ...unpacked, minute, latency, integrationLatency: pairs(row.slice(integrationAt)) };
}

const EMPTY: UsageSubject & UsageCounts = {
  restApiId: '',
  stageName: '',
  resourcePath: '',
  httpMethod: '',
  apiKeyId: '',
  usagePlanId: '',
  calls: 0,
  status2xx: 0,
  status3xx: 0,
  status4xx: 0,
  status5xx: 0,
  throttled: 0,
  cacheHits: 0,
  cacheMisses: 0,
  integrationErrors: 0,
  clientErrors: 0,
  executionErrors: 0,
  dataProcessed: 0,
  quotaCounted: 0,
};

function pairs(flat: FlatHistogram): [bucket: number, count: number][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2] ?? 0,
    flat[index * 2 + 1] ?? 0,
  ]);
}

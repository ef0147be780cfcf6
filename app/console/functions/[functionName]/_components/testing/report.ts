/** What the REPORT line of an invocation says, in Lambda's words. */
export interface Report {
  /** `12.3 ms` and so on; absent where the line has none */
  duration?: string;
  billed?: string;
  memory?: string;
  memoryUsed?: string;
  init?: string;
  /** `timeout`, `error`; absent for a call that went well or threw */
  status?: string;
}

const facts: [keyof Report, RegExp][] = [
  ['duration', /\tDuration: ([^\t]+)/],
  ['billed', /\tBilled Duration: ([^\t]+)/],
  ['memory', /\tMemory Size: ([^\t]+)/],
  ['memoryUsed', /\tMax Memory Used: ([^\t]+)/],
  ['init', /\tInit Duration: ([^\t]+)/],
  ['status', /\tStatus: ([^\t]+)/],
];

/** @param log lines of one invocation; undefined while it has no REPORT */
export function readReport(log: string): Report | undefined {
  const line = log.split('\n').find((each) => each.startsWith('REPORT RequestId:'));
  if (!line) return undefined;
  const report: Report = {};
  for (const [name, pattern] of facts) {
    const [, value] = pattern.exec(line) ?? [];
    if (value) report[name] = value;
  }
  return report;
}

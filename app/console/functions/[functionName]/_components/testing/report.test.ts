import { expect, test } from 'vitest';
import { readReport } from './report';

test('the REPORT line is read in its parts', () => {
  const log = [
    'START RequestId: r1 Version: $LATEST',
    'REPORT is a word of the function too',
    'END RequestId: r1',
    'REPORT RequestId: r1\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 61 MB\tInit Duration: 40.00 ms\tStatus: timeout',
  ].join('\n');
  expect(readReport(log)).toEqual({
    duration: '12.34 ms',
    billed: '13 ms',
    memory: '128 MB',
    memoryUsed: '61 MB',
    init: '40.00 ms',
    status: 'timeout',
  });
});

test('a call that has not ended has no report', () => {
  expect(readReport('START RequestId: r1 Version: 1\nworking')).toBeUndefined();
});

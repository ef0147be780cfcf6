import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { functionSocket } from './functionFolder';

test('the socket lies in the data directory while its path is short enough, else in a folder of ours', () => {
  expect(functionSocket({ dataDir: '/srv/gatehouse' })).toBe('/srv/gatehouse/functions/host.sock');
  const far = { dataDir: `/srv/${'deep/'.repeat(30)}` };
  const path = functionSocket(far);
  expect(path.length).toBeLessThanOrEqual(100);
  expect(functionSocket(far)).toBe(path);
  expect(functionSocket({ dataDir: `${far.dataDir}other` })).not.toBe(path);
  for (const each of [path, functionSocket({ dataDir: `${far.dataDir}other` })])
    rmSync(dirname(each), { recursive: true });
});

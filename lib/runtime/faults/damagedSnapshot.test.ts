import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { mockApi } from '../testing/mockApi';
import { until } from '../testing/until';

const install = installations();

test('F11: a damaged snapshot on disk does not stop a start', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation);
  await api.deploy(7);
  await until('the snapshot on disk', () => installation.snapshotOnDisk()?.stages.length === 1);
  await installation.killAll();
  for (const damaged of ['{"format": 1, "revi', '{"format": 99, "revision": 1}', 'null', '']) {
    writeFileSync(join(installation.dataDir, 'snapshot.json'), damaged);
    await installation.start();
    expect(JSON.parse((await call(api.url)).body)).toEqual({ version: 7 });
    await installation.killAll();
  }
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultRounds } from '../testing/faultRounds';
import { call } from '../testing/Load';
import { isOnDisk, mockApi } from '../testing/mockApi';
import { sharedInstallation } from '../testing/sharedInstallation';
import { until } from '../testing/until';

const install = sharedInstallation();
const damages = ['{"format": 1, "revi', '{"format": 99, "revision": 1}', 'null', ''];

test('F11: a damaged snapshot on disk does not stop a start', async () => {
  const installation = await install();
  const api = await mockApi(installation);
  await api.deploy(7);
  await until('the snapshot on disk', () => isOnDisk(installation, api));
  await installation.killAll();
  // A start is dear; that none of them is read: snapshotFile.test.ts.
  for (const damaged of damages.slice(0, faultRounds(1, damages.length))) {
    writeFileSync(join(installation.dataDir, 'snapshot.json'), damaged);
    await installation.start();
    expect(JSON.parse((await call(api.url)).body)).toEqual({ version: 7 });
    await installation.killAll();
  }
});

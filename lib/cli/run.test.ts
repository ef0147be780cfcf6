import { expect, test } from 'vitest';
import { gatehouse } from './testing/gatehouse';

test.each([
  [['staus'], 2, 'gatehouse: There is no command staus. Did you mean status?\n'],
  [['stauts'], 2, 'gatehouse: There is no command stauts. Did you mean status?\n'],
  [['frobnicate'], 2, 'gatehouse: There is no command frobnicate. See gatehouse --help.\n'],
  [['deploy', 'x'], 2, 'gatehouse: STAGE is missing: see --help\n'],
  [['status', 'now'], 2, 'gatehouse: What is now? See --help\n'],
  [['status', '--jsn'], 2, "gatehouse: Unknown option '--jsn'. Did you mean --json?\n"],
  [['import', 'x', '--mode', 'replace'], 2, 'gatehouse: --mode is one of merge, overwrite, not replace\n'],
  [['import', 'x', '--api', 'a', '--name', 'b'], 2, 'gatehouse: --api and --name exclude each other\n'],
  [['import', '/nowhere.yaml'], 1, 'gatehouse: /nowhere.yaml cannot be read: ENOENT.\n'],
  [['logs', 'x', '--since', 'ever'], 2, 'gatehouse: ever is no duration: write 90s, 10m, 2h or 7d\n'],
  [['keys', 'lst'], 2, 'gatehouse: keys cannot lst: did you mean list?\n'],
  [['keys', 'list', '--endpoint-url', 'x'], 2, 'gatehouse: --endpoint-url is an http or https URL, not x\n'],
])('%j ends with %i', async (args, code, err) => {
  expect(await gatehouse({}, args)).toEqual({ code, out: '', err });
});

test('help for every command, with its examples and exit codes', async () => {
  const { out } = await gatehouse({}, ['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name ?? '');
  expect(names).toEqual(['start', 'status', 'import', 'export', 'deploy', 'keys', 'logs', 'doctor']);
  for (const name of names) {
    const help = await gatehouse({}, [name, '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Examples:\n');
    expect(help.out).toContain('Exit codes: 0 ');
    expect(help.out.split('\n').filter((line) => line.length > 130)).toEqual([]);
  }
});

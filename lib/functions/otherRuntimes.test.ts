import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

/** Where python3 is not, its functions do not run, and that is told. */
const python = (() => {
  try {
    return execFileSync('/bin/sh', ['-c', 'PATH=/usr/local/bin:/usr/bin:/bin command -v python3'])
      .toString()
      .trim();
  } catch {
    return '';
  }
})();

let last = 0;
async function runPython(code: string, rest: Record<string, unknown> = {}) {
  last += 1;
  await host.add(`p${last}`, { files: { 'index.py': code }, runtime: 'python3.x', ...rest });
  return host.call(`p${last}`, { n: 'ü' });
}

test.runIf(python)('a Python handler gets event and context, and its lines are logged', async () => {
  const answer = await runPython(`
import logging
def handler(event, context):
    print("printed")
    logging.getLogger().warning("logged")
    return {"n": event["n"], "name": context.function_name, "left": context.get_remaining_time_in_millis() > 0}
`);
  expect(answer).toMatchObject({ status: 200, body: { n: 'ü', name: `p${last}`, left: true } });
  expect(answer.log).toMatch(/START[\s\S]+printed\n\[WARNING\]\t\S+Z\t[\w-]{36}\tlogged\nEND/);
});

test.runIf(python).each([
  [
    'an exception',
    'def handler(e, c):\n    raise ValueError("no")',
    {
      errorType: 'ValueError',
      errorMessage: 'no',
      stackTrace: [expect.stringContaining('line 2, in handler')],
    },
  ],
  [
    'an import that is not there',
    'import nowhere',
    {
      errorType: 'Runtime.ImportModuleError',
      errorMessage: "Unable to import module 'index': No module named 'nowhere'",
    },
  ],
  [
    'a handler that is not there',
    'x = 1',
    { errorType: 'Runtime.HandlerNotFound', errorMessage: "Handler 'handler' missing on module 'index'" },
  ],
  ['a syntax error', 'def handler(:', { errorType: 'Runtime.UserCodeSyntaxError' }],
  ['what is no JSON', 'def handler(e, c):\n    return object()', { errorType: 'TypeError' }],
  [
    'an exit',
    'import os\ndef handler(e, c):\n    os._exit(4)',
    { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 4') },
  ],
])('Python: %s', async (_rule, code, error) => {
  expect(await runPython(code)).toMatchObject({ functionError: 'Unhandled', body: error });
});

/** A runtime as anybody may write one, of a shell and curl. */
const BOOTSTRAP = `#!/bin/sh
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
while true; do
  headers="$TMPDIR/headers"
  event=$(curl -sS -D "$headers" "$api/next") || exit 1
  id=$(tr -d '\\r' <"$headers" | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
  echo "shell got $event" >&2
  curl -sS -d "{\\"echo\\":$event,\\"cwd\\":\\"$PWD\\",\\"root\\":\\"$LAMBDA_TASK_ROOT\\"}" "$api/$id/response" >/dev/null
done
`;

test('any executable bootstrap that speaks the Runtime API', async () => {
  await host.add('shell', { files: { bootstrap: BOOTSTRAP }, runtime: 'provided.al2023' });
  const first = await host.call('shell', { n: 1 });
  expect(first).toMatchObject({ status: 200, functionError: undefined, body: { echo: { n: 1 } } });
  expect(first.body.cwd).toBe(first.body.root);
  expect(first.log).toContain('shell got {"n":1}');
  expect((await host.call('shell', { n: 2 })).body.echo).toEqual({ n: 2 });
});

test('code without a bootstrap cannot start', async () => {
  await host.add('none', { files: { 'index.js': '' }, runtime: 'provided.al2023' });
  expect(await host.call('none')).toMatchObject({
    functionError: 'Unhandled',
    body: { errorType: 'Runtime.InvalidEntrypoint' },
  });
});

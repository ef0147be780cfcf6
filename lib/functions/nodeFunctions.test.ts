import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

let last = 0;
/** Publishes files and calls them once. */
async function run(
  files: Record<string, string>,
  rest: Record<string, unknown> = {},
  event: unknown = { n: 20 },
) {
  last += 1;
  await host.add(`f${last}`, { files, ...rest });
  return host.call(`f${last}`, event);
}
const mjs = (body: string) => ({ 'index.mjs': body });

test.each<[rule: string, files: Record<string, string>, rest: Record<string, unknown>, answer: unknown]>([
  [
    'an ES module, async',
    mjs('export const handler = async (event) => ({ got: event.n });'),
    {},
    { got: 20 },
  ],
  [
    'CommonJS with a callback',
    { 'index.js': 'exports.handler = (event, context, callback) => callback(null, event.n);' },
    {},
    20,
  ],
  [
    'a promise',
    { 'index.cjs': 'exports.handler = () => new Promise((done) => setTimeout(done, 5, "late"));' },
    {},
    'late',
  ],
  ['nothing given is null', mjs('export const handler = async () => {};'), {}, null],
  [
    'a nested folder and a nested export',
    { 'src/app/main.js': 'exports.api = { get: async () => "deep" };' },
    { handler: 'src/app/main.api.get' },
    'deep',
  ],
  [
    'type: module makes .js an ES module',
    { 'package.json': '{"type":"module"}', 'index.js': 'export const handler = async () => "esm";' },
    {},
    'esm',
  ],
  [
    'a callback waits for the event loop to be empty',
    {
      'index.js':
        'let n = 0; exports.handler = (e, c, done) => { const o = {n}; setTimeout(() => { o.n = 7 }, 20); done(null, o); };',
    },
    {},
    { n: 7 },
  ],
  [
    'unless the context says otherwise',
    {
      'index.js':
        'exports.handler = (e, c, done) => { c.callbackWaitsForEmptyEventLoop = false; setTimeout(() => {}, 5000); done(null, "now"); };',
    },
    {},
    'now',
  ],
  [
    'a handler without callback or promise is null',
    { 'index.js': 'exports.handler = () => { setTimeout(() => {}, 5); };' },
    {},
    null,
  ],
])('%s', async (_rule, files, rest, answer) => {
  const { status, functionError, body } = await run(files, rest);
  expect({ status, functionError, body }).toEqual({ status: 200, functionError: undefined, body: answer });
});

test.each<
  [rule: string, files: Record<string, string>, rest: Record<string, unknown>, error: Record<string, unknown>]
>([
  [
    'a handler that throws',
    mjs('export const handler = async () => { throw new TypeError("no"); };'),
    {},
    { errorType: 'TypeError', errorMessage: 'no', trace: expect.arrayContaining(['TypeError: no']) },
  ],
  [
    'what is thrown is no error',
    mjs('export const handler = async () => { throw "text"; };'),
    {},
    { errorType: 'string', errorMessage: 'text', trace: [] },
  ],
  [
    'an error given to the callback',
    { 'index.js': 'exports.handler = (e, c, done) => done(new Error("given"));' },
    {},
    { errorType: 'Error', errorMessage: 'given' },
  ],
  [
    'a file that is not there',
    { 'other.js': '' },
    {},
    { errorType: 'Runtime.ImportModuleError', errorMessage: "Error: Cannot find module 'index'" },
  ],
  [
    'an import that is not there',
    mjs('import "nowhere"; export const handler = 1;'),
    {},
    {
      errorType: 'Runtime.ImportModuleError',
      errorMessage: expect.stringContaining("Cannot find package 'nowhere'"),
    },
  ],
  [
    'an export that is not there',
    mjs('export const other = 1;'),
    {},
    { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' },
  ],
  [
    'an export that is no function',
    mjs('export const handler = 1;'),
    {},
    { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is not a function' },
  ],
  [
    'a syntax error',
    { 'index.js': 'exports.handler = (' },
    {},
    { errorType: 'Runtime.UserCodeSyntaxError', errorMessage: expect.stringContaining('SyntaxError') },
  ],
  [
    'a malformed handler',
    mjs(''),
    { handler: 'index' },
    { errorType: 'Runtime.MalformedHandlerName', errorMessage: 'Bad handler' },
  ],
  [
    'a module that throws',
    mjs('throw new RangeError("at start");'),
    {},
    { errorType: 'RangeError', errorMessage: 'at start' },
  ],
  [
    'an exit with a status',
    mjs('export const handler = async () => process.exit(3);'),
    {},
    {
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: [\w-]{36} Error: Runtime exited with error: exit status 3$/,
      ),
    },
  ],
  [
    'an exit without one',
    mjs('export const handler = async () => process.exit(0);'),
    {},
    {
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('Runtime exited without providing a reason'),
    },
  ],
  [
    'an unhandled rejection',
    mjs(
      'export const handler = () => new Promise(() => { Promise.reject(new Error("lost")); setTimeout(() => {}, 5000); });',
    ),
    {},
    { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: lost' },
  ],
  [
    'an uncaught exception',
    mjs(
      'export const handler = () => new Promise(() => setTimeout(() => { throw new Error("thrown later"); }, 5));',
    ),
    {},
    { errorType: 'Error', errorMessage: 'thrown later' },
  ],
  [
    'a promise that nothing will settle',
    mjs('export const handler = () => new Promise(() => {});'),
    {},
    { errorType: 'Runtime.NodeJsExit' },
  ],
  [
    'a timeout',
    mjs('export const handler = () => new Promise((done) => setTimeout(done, 60000));'),
    { timeout: 1 },
    {
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: [\w-]{36} Error: Task timed out after 1\.00 seconds$/),
    },
  ],
  [
    'a loop without end',
    mjs('export const handler = async () => { while (true); };'),
    { timeout: 1 },
    { errorType: 'Sandbox.Timedout' },
  ],
])('%s', async (_rule, files, rest, error) => {
  const { status, functionError, body } = await run(files, rest);
  expect({ status, functionError, body }).toMatchObject({
    status: 200,
    functionError: 'Unhandled',
    body: error,
  });
});

// The runtime of Node.js functions: speaks the Lambda Runtime API, behaves as AWS's own runtime client does
// (https://github.com/aws/aws-lambda-nodejs-runtime-interface-client). Runs inside of an instance; imports nothing
// of ours, and nothing of the function's but its handler.
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const { AWS_LAMBDA_RUNTIME_API = '', LAMBDA_TASK_ROOT = '.', _HANDLER = '' } = process.env;
const [hostname, port] = AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const exit = process.exit.bind(process);
let requestId = 'undefined';

class RuntimeError extends Error {
  constructor(type, message) {
    super(message);
    this.name = type;
  }
}

function call(method, path, headers = {}, body = undefined) {
  return new Promise((done, failed) => {
    const options = { hostname, port, agent, method, path: `/2018-06-01/runtime/${path}`, headers };
    const outbound = httpRequest(options, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => done({ headers: answer.headers, body: Buffer.concat(chunks).toString() }));
    });
    outbound.on('error', failed);
    outbound.end(body);
  });
}

const post = (path, value, headers = {}) => {
  const body = Buffer.from(value);
  return call(
    'POST',
    path,
    { 'content-type': 'application/json', 'content-length': body.length, ...headers },
    body,
  );
};

/** An error in Lambda's words. */
function described(error) {
  if (error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error))
    return {
      errorType: error.name ?? 'Error',
      errorMessage: error.message ?? '',
      trace: String(error.stack ?? '').split('\n'),
    };
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function postError(path, error) {
  const payload = described(error);
  write(process.stderr, 'ERROR', [
    path === 'init/error' ? 'Uncaught Exception' : 'Invoke Error',
    JSON.stringify(payload),
  ]);
  return post(path, JSON.stringify(payload), { 'Lambda-Runtime-Function-Error-Type': payload.errorType });
}

function write(stream, level, parts) {
  stream.write(
    `${new Date().toISOString()}\t${requestId}\t${level}\t${format(parts[0], ...parts.slice(1))}\n`,
  );
}

for (const [name, level] of Object.entries({
  log: 'INFO',
  info: 'INFO',
  debug: 'DEBUG',
  warn: 'WARN',
  error: 'ERROR',
  trace: 'TRACE',
}))
  console[name] = (...parts) =>
    write(['warn', 'error'].includes(name) ? process.stderr : process.stdout, level, parts);

// --- the handler ---

function isModule(file) {
  if (extname(file) !== '.js') return extname(file) === '.mjs';
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
    if (folder === resolve(LAMBDA_TASK_ROOT) || folder === dirname(folder)) return false;
  }
}

async function load(path) {
  const file = ['', '.js', '.mjs', '.cjs']
    .map((end) => path + end)
    .find((name) => extname(name) && existsSync(name));
  try {
    if (!file)
      throw Object.assign(
        new Error(`Cannot find module '${path.slice(resolve(LAMBDA_TASK_ROOT).length + 1)}'`),
        { code: 'MODULE_NOT_FOUND' },
      );
    return isModule(file) ? await import(pathToFileURL(file).href) : createRequire(file)(file);
  } catch (error) {
    if (error instanceof SyntaxError) throw withStack('Runtime.UserCodeSyntaxError', error);
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code))
      throw withStack('Runtime.ImportModuleError', error);
    throw error;
  }
}

const withStack = (type, error) => {
  const wrapped = new RuntimeError(type, `${error.name}: ${error.message}`);
  wrapped.stack = `${type}: ${error.stack}`;
  return wrapped;
};

async function findHandler() {
  const [, path, name] = /^((?:.*\/)?[^./]*)\.(.+)$/.exec(_HANDLER) ?? [];
  if (!path || path.includes('..')) throw new RuntimeError('Runtime.MalformedHandlerName', 'Bad handler');
  const module = await load(resolve(LAMBDA_TASK_ROOT, path));
  const pick = (from) => name.split('.').reduce((value, member) => value?.[member], from);
  const handler = pick(module) ?? pick(module.default);
  if (handler === undefined)
    throw new RuntimeError('Runtime.HandlerNotFound', `${_HANDLER} is undefined or not exported`);
  if (typeof handler !== 'function')
    throw new RuntimeError('Runtime.HandlerNotFound', `${_HANDLER} is not a function`);
  return handler;
}

// --- streaming (https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html) ---

const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';

globalThis.awslambda = {
  streamifyResponse: (handler) => Object.assign(handler, { [STREAMING]: true }),
  HttpResponseStream: {
    from(stream, prelude) {
      stream.setContentType(PRELUDE_TYPE);
      stream.write(JSON.stringify(prelude));
      stream.write(Buffer.alloc(8));
      return stream;
    },
  },
};

function responseStream(id) {
  const headers = {
    'content-type': 'application/octet-stream',
    'Lambda-Runtime-Function-Response-Mode': 'streaming',
    Trailer: ['Lambda-Runtime-Function-Error-Type', 'Lambda-Runtime-Function-Error-Body'],
  };
  const stream = httpRequest({
    hostname,
    port,
    agent,
    method: 'POST',
    path: `/2018-06-01/runtime/invocation/${id}/response`,
    headers,
  });
  const finished = new Promise((done, failed) => {
    stream.on('response', (answer) => answer.resume().on('end', done));
    stream.on('error', failed);
  });
  stream.setContentType = (type) => stream.setHeader('content-type', type);
  return { stream, finished };
}

async function stream(handler, event, context, id) {
  const { stream, finished } = responseStream(id);
  finished.catch(() => {});
  try {
    await handler(event, stream, context);
    if (!stream.writableEnded) stream.end();
    await finished;
  } catch (error) {
    if (!stream.headersSent) {
      stream.destroy();
      return postError(`invocation/${id}/error`, error);
    }
    const { errorType, errorMessage, trace } = described(error);
    write(process.stderr, 'ERROR', ['Invoke Error', JSON.stringify({ errorType, errorMessage, trace })]);
    const body = Buffer.from(JSON.stringify({ errorType, errorMessage, trace })).toString('base64');
    stream.addTrailers({
      'Lambda-Runtime-Function-Error-Type': errorType,
      'Lambda-Runtime-Function-Error-Body': body,
    });
    stream.end();
    await finished.catch(() => {});
  }
}

// --- one invocation ---

function contextOf(headers) {
  const {
    AWS_LAMBDA_FUNCTION_NAME,
    AWS_LAMBDA_FUNCTION_VERSION,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    AWS_LAMBDA_LOG_GROUP_NAME,
    AWS_LAMBDA_LOG_STREAM_NAME,
  } = process.env;
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    ...(headers['lambda-runtime-client-context'] && {
      clientContext: JSON.parse(headers['lambda-runtime-client-context']),
    }),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** Waits for the event loop to be empty, as the callback's answer does unless the context says otherwise. */
let whenEmpty = null;
process.on('beforeExit', () => {
  const done = whenEmpty;
  whenEmpty = null;
  done?.();
});

function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const settle = (error, value) => {
      const end = () => (error === undefined || error === null ? resolve(value) : reject(error));
      if (context.callbackWaitsForEmptyEventLoop) whenEmpty = end;
      else setImmediate(end);
    };
    context.done = settle;
    context.succeed = (value) => settle(null, value);
    context.fail = (error) => settle(error ?? 'handled');
    const returned = handler(event, context, settle);
    const isPromise = typeof returned?.then === 'function';
    if (isPromise) returned.then(resolve, reject);
    whenEmpty ??= isPromise
      ? () =>
          reject(
            new RuntimeError('Runtime.NodeJsExit', 'The event loop was empty before the handler settled'),
          )
      : () => resolve(null);
  });
}

async function buffered(handler, event, context, id) {
  let text;
  try {
    const value = await run(handler, event, context);
    text = JSON.stringify(value === undefined ? null : value) ?? 'null';
  } catch (error) {
    return postError(`invocation/${id}/error`, error);
  } finally {
    whenEmpty = null;
  }
  return post(`invocation/${id}/response`, text);
}

/** The process's state is unknown after these: the error is told, and the instance ends. */
function onFault(toError, code) {
  return (fault) => {
    const path = requestId === 'undefined' ? 'init/error' : `invocation/${requestId}/error`;
    const end = () => exit(code);
    postError(path, toError(fault)).then(end, end);
  };
}
process.on(
  'uncaughtException',
  onFault((error) => error, 129),
);
process.on(
  'unhandledRejection',
  onFault((reason) => {
    const error = new RuntimeError('Runtime.UnhandledPromiseRejection', String(reason));
    if (reason?.stack) error.stack = `${error.name}: ${reason.stack}`;
    return error;
  }, 128),
);

async function main() {
  const handler = await findHandler().catch(async (error) => {
    await postError('init/error', error);
    exit(1);
  });
  while (true) {
    const { headers, body } = await call('GET', 'invocation/next');
    requestId = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'] ?? '';
    const context = contextOf(headers);
    const one = handler[STREAMING] ? stream : buffered;
    await one(handler, JSON.parse(body), context, requestId);
  }
}
await main();

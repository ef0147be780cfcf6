import { randomBytes } from 'node:crypto';
import type { HostedFunction } from './HostedFunction';

/** Where one instance lives. */
export interface InstancePlace {
  taskRoot: string;
  /** private, writable, removed with the instance */
  temporary: string;
  runtimeApi: string;
  logStream: string;
}

/** AWS sets none for custom runtimes. */
function runtimeName({ runtime }: HostedFunction): string | undefined {
  if (runtime.startsWith('provided')) return undefined;
  return runtime === 'python3.x' ? 'python3' : runtime;
}

/** Unique among all instances, so that an instance's processes are told by it wherever they went. */
export function newLogStream(version: string, now = new Date()): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[${version}]${randomBytes(16).toString('hex')}`;
}

/**
 * The whole environment of an instance: the variables that Lambda documents, and the function's own. Nothing of the
 * gateway's gets in. (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html)
 */
export function instanceEnvironment(hosted: HostedFunction, place: InstancePlace): Record<string, string> {
  const region = hosted.functionArn.split(':')[3] ?? 'us-east-1';
  const name = runtimeName(hosted);
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin:/opt/bin',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...heldBack(hosted.environment),
    // Reserved: a function cannot change these.
    _HANDLER: hosted.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: hosted.environment.AWS_DEFAULT_REGION ?? region,
    ...(name ? { AWS_EXECUTION_ENV: `AWS_Lambda_${name}` } : {}),
    AWS_LAMBDA_FUNCTION_NAME: hosted.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: hosted.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${hosted.memorySize}`,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${hosted.functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: place.logStream,
    AWS_LAMBDA_RUNTIME_API: place.runtimeApi,
    LAMBDA_TASK_ROOT: place.taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    TMPDIR: place.temporary,
    HOME: place.temporary,
  };
}

/** What the loader, the shell and the look-up of programs heed, and what the scripts' own variables are named like. */
const HEEDED =
  /^([a-z]+|PATH|ENV|IFS|BASH\w*|SHELLOPTS|LD_\w+|DYLD_\w+|GLIBC_\w+|MALLOC_\w+|GCONV_PATH|LOCPATH|NLSPATH|LIBMOUNT_\w+|PERL\w*)$/;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The function's variables; those that would change what launches and confines it under other names until it is. */
function heldBack(environment: Record<string, string>): Record<string, string> {
  const own = Object.entries(environment).filter(([name]) => NAME.test(name));
  const held = own.map(([name]) => name).filter((name) => HEEDED.test(name));
  return {
    ...Object.fromEntries(
      own.map(([name, value]) => [HEEDED.test(name) ? `_GATEHOUSE_${name}` : name, value]),
    ),
    _GATEHOUSE_HELD: held.join(' '),
  };
}

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HostedFunction } from './HostedFunction';
import { instanceEnvironment, newLogStream } from './instanceEnvironment';
import { FIRST_NICENESS } from './ProcessorGrace';

/** How one instance is started, and what is left to remove after it. */
export interface LaunchPlan {
  /** in the environment of every process of the instance */
  marker: string;
  /** that it has once it computes for long; undefined: it has it from the start */
  lastNiceness: number | undefined;
  command(runtimeApi: string): { command: string; args: string[]; env: Record<string, string>; cwd: string };
  remove(): void;
}

export interface LaunchOptions {
  /** of lib/functions/runtimes */
  runtimes: string;
  /** instances get their temporary folders below */
  instances: string;
  /** 19: last in line for the processor, once it computes for long */
  niceness: number;
  /** another instance of it did: this one is last in line from the start */
  isGreedy: boolean;
  /** what an instance must not see */
  hidden: string;
  /** whether this machine lets instances have namespaces of their own */
  confined: boolean;
}

/** @param taskRoot the unpacked code */
export function launchPlan(hosted: HostedFunction, taskRoot: string, options: LaunchOptions): LaunchPlan {
  const logStream = newLogStream(hosted.version);
  const temporary = join(options.instances, logStream.slice(-32));
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const niceness = firstNiceness(options);
  return {
    lastNiceness: niceness < options.niceness ? options.niceness : undefined,
    marker: `AWS_LAMBDA_LOG_STREAM_NAME=${logStream}`,
    command: (runtimeApi) => ({
      command: join(options.runtimes, 'launch.sh'),
      args: [
        ...[`${niceness}`, options.confined ? 'yes' : 'no', temporary, taskRoot],
        ...[options.hidden, options.runtimes, join(options.runtimes, 'restore.sh')],
        ...runtimeCommand(hosted, taskRoot, options.runtimes),
      ],
      env: instanceEnvironment(hosted, { taskRoot, temporary, runtimeApi, logStream }),
      cwd: taskRoot,
    }),
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  };
}

/** Only Linux tells what an instance uses, and so when it is to give way. */
function firstNiceness({ niceness, isGreedy }: LaunchOptions): number {
  return isGreedy || process.platform !== 'linux' ? niceness : Math.min(FIRST_NICENESS, niceness);
}

function runtimeCommand(hosted: HostedFunction, taskRoot: string, runtimes: string): string[] {
  if (hosted.runtime.startsWith('provided')) return [bootstrapOf(taskRoot)];
  if (hosted.runtime.startsWith('python')) return ['python3', '-u', join(runtimes, 'python.py')];
  // As AWS does it: the heap has what the function may take.
  return [process.execPath, `--max-old-space-size=${hosted.memorySize}`, join(runtimes, 'node.mjs')];
}

/** @throws Error in AWS's words */
function bootstrapOf(taskRoot: string): string {
  const path = join(taskRoot, 'bootstrap');
  if (!existsSync(path))
    throw new Error("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
  return path;
}

import type { HostedFunction, InvocationLines } from './HostedFunction';

/** One invocation's lines are kept up to this; a function that writes more loses the middle of what it writes. */
const MOST_BYTES = 256 * 1024;
const LONGEST_LINE = 64 * 1024;
/** What `X-Amz-Log-Type: Tail` gives. */
const TAIL_BYTES = 4 * 1024;

/** The lines of one invocation, with those that Lambda adds. */
export class InvocationLog {
  private readonly lines: { time: number; message: string }[] = [];
  private bytes = 0;
  private dropped = 0;

  constructor(
    private readonly hosted: HostedFunction,
    readonly requestId: string,
  ) {}

  started(): void {
    this.add(`START RequestId: ${this.requestId} Version: ${this.hosted.version}`);
  }

  /** A line of the function's. */
  write(message: string): void {
    const line = message.slice(0, LONGEST_LINE);
    this.bytes += Buffer.byteLength(line);
    if (this.bytes > MOST_BYTES) this.dropped += 1;
    else this.add(line);
  }

  /** @param facts times in ms, memory in bytes */
  ended(facts: { duration: number; initDuration?: number; maxMemory: number; status?: string }): void {
    if (this.dropped > 0) this.add(`${this.dropped} lines were dropped: more than ${MOST_BYTES} bytes`);
    const { duration, initDuration, maxMemory, status } = facts;
    this.add(`END RequestId: ${this.requestId}`);
    const parts = [
      `REPORT RequestId: ${this.requestId}`,
      `Duration: ${duration.toFixed(2)} ms`,
      `Billed Duration: ${Math.ceil(duration)} ms`,
      `Memory Size: ${this.hosted.memorySize} MB`,
      `Max Memory Used: ${Math.ceil(maxMemory / 1024 / 1024)} MB`,
      ...(initDuration === undefined ? [] : [`Init Duration: ${initDuration.toFixed(2)} ms`]),
      ...(status === undefined ? [] : [`Status: ${status}`]),
    ];
    this.add(parts.join('\t'));
  }

  /** The last 4 KB. */
  tail(): string {
    const text = Buffer.from(this.lines.map(({ message }) => `${message}\n`).join(''));
    return text.subarray(Math.max(0, text.length - TAIL_BYTES)).toString();
  }

  whole(): InvocationLines {
    const { functionName, version } = this.hosted;
    return { functionName, version, requestId: this.requestId, lines: [...this.lines] };
  }

  private add(message: string): void {
    this.lines.push({ time: Date.now(), message });
  }
}

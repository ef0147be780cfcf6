import { throttled } from './failures';
import type { HostedFunction } from './HostedFunction';

/** How many calls run at once, by function and together. */
export class ConcurrencyLimits {
  private readonly running = new Map<string, number>();
  private total = 0;

  constructor(private readonly machine: number) {}

  /** Counts a call in, until `leave`. @throws InvokeRefusal 429 */
  enter({ functionName, reservedConcurrency }: HostedFunction): void {
    const running = this.running.get(functionName) ?? 0;
    if (reservedConcurrency !== null && running >= reservedConcurrency)
      throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
    if (this.total >= this.machine) throw throttled('ConcurrentInvocationLimitExceeded');
    this.running.set(functionName, running + 1);
    this.total += 1;
  }

  leave({ functionName }: HostedFunction): void {
    const running = this.running.get(functionName) ?? 0;
    if (running > 1) this.running.set(functionName, running - 1);
    else this.running.delete(functionName);
    this.total -= 1;
  }
}

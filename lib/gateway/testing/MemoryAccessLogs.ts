import type { AccessLogEvent, AccessLogs } from '../ports';

/** Keeps the lines of access logs. */
export class MemoryAccessLogs implements AccessLogs {
  readonly events: AccessLogEvent[] = [];

  write(event: AccessLogEvent): void {
    this.events.push(event);
  }

  get messages(): string[] {
    return this.events.map(({ message }) => message);
  }
}

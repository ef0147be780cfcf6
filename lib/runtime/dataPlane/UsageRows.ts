import type { CallRecord } from '@gatehouse/gateway/ports';
import { minuteOf, UsageRow } from './UsageRow';

/** Empty rows that are kept, about 500 bytes each. */
const MOST_IDLE = 20_000;

/**
 * The rows that calls are counted in. One that was taken stays, empty, for the next call of its operation and key,
 * so that a call of a known one makes nothing new: it is found by two strings that the engine already holds.
 */
export class UsageRows {
  /** by API key and path; what else tells rows apart is compared */
  private byKey = new Map<string, Map<string, UsageRow[]>>();
  private known = 0;
  private counted: UsageRow[] = [];

  /** @param most rows at once; more are not counted */
  constructor(private readonly most: number) {}

  /** Rows in which something is counted. */
  get size(): number {
    return this.counted.length;
  }

  /** False when there is no room for another row. */
  count(call: CallRecord): boolean {
    const minute = minuteOf(call.time);
    const rows = this.rowsOf(call.apiKeyId ?? '', call.resourcePath);
    const row =
      rows.find((some) => some.isOf(call) && (some.minute === minute || some.isIdle)) ?? this.add(call);
    if (!row) return false;
    if (row.isIdle) {
      row.minute = minute;
      this.counted.push(row);
    }
    row.count(call);
    return true;
  }

  /** Hands the oldest to `use`, which must keep nothing of them; then they are empty. */
  take<Result>(most: number, use: (rows: readonly UsageRow[]) => Result): Result {
    const taken = this.counted.splice(0, most);
    const result = use(taken);
    for (const row of taken) row.reset();
    return result;
  }

  private add(call: CallRecord): UsageRow | null {
    if (this.counted.length >= this.most) return null;
    if (this.known - this.counted.length >= MOST_IDLE) this.forgetIdle();
    const row = new UsageRow(call);
    this.index(row);
    return row;
  }

  private forgetIdle(): void {
    this.byKey = new Map();
    this.known = 0;
    for (const row of this.counted) this.index(row);
  }

  private index(row: UsageRow): void {
    const { apiKeyId, resourcePath } = row.subject;
    const paths = this.byKey.get(apiKeyId) ?? new Map<string, UsageRow[]>();
    this.byKey.set(apiKeyId, paths);
    const rows = paths.get(resourcePath);
    if (rows) rows.push(row);
    else paths.set(resourcePath, [row]);
    this.known += 1;
  }

  private rowsOf(apiKeyId: string, resourcePath: string): readonly UsageRow[] {
    return this.byKey.get(apiKeyId)?.get(resourcePath) ?? NONE;
  }
}

const NONE: readonly UsageRow[] = [];

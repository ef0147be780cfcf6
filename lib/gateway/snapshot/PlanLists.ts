/** Lists of usage plan ids, each kept once: most keys share one of a few. */
export class PlanLists {
  private readonly lists: (readonly string[])[] = [];
  private readonly names: string[] = [];
  private readonly holders: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];

  /** @returns the list's number; one more key holds it until `release` */
  hold(ids: readonly string[]): number {
    const name = JSON.stringify(ids);
    const number = this.numbers.get(name) ?? this.add(name, ids);
    this.holdAgain(number);
    return number;
  }

  holdAgain(number: number): void {
    this.holders[number] = (this.holders[number] ?? 0) + 1;
  }

  release(number: number): void {
    const left = (this.holders[number] ?? 0) - 1;
    this.holders[number] = left;
    if (left > 0) return;
    this.numbers.delete(this.names[number] ?? '');
    this.lists[number] = [];
    this.free.push(number);
  }

  at(number: number): readonly string[] {
    return this.lists[number] ?? [];
  }

  private add(name: string, ids: readonly string[]): number {
    const number = this.free.pop() ?? this.lists.length;
    this.lists[number] = [...ids];
    this.names[number] = name;
    this.numbers.set(name, number);
    return number;
  }
}

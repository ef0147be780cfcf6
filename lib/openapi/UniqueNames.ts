/** Gives out names once each: `pet`, then `pet2`, `pet3`. Linear also when all ask for the same one. */
export class UniqueNames {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  take(wanted: string): string {
    let name = wanted;
    let number = this.next.get(wanted) ?? 2;
    while (this.taken.has(name)) name = `${wanted}${number++}`;
    this.next.set(wanted, number);
    this.taken.add(name);
    return name;
  }
}

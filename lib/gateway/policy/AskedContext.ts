/** Condition keys of a request that also keeps which ones policies asked for in vain. */
export class AskedContext extends Map<string, readonly string[]> {
  readonly missing = new Set<string>();

  override get(key: string): readonly string[] | undefined {
    const values = super.get(key);
    if (values === undefined) this.missing.add(key);
    return values;
  }
}

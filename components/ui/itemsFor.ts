interface Findable {
  label: string;
  hint?: string;
  keywords?: string[];
}

/** A palette of thousands stays quick: no more than these of a group are on the page. */
export const mostShown = 40;

/** Items that hold every word of the search, those whose label begins with it first. */
export function itemsFor<Item extends Findable>(search: string, items: readonly Item[]): Item[] {
  const wanted = search.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const found = items.filter((item) => {
    const text = [item.label, item.hint, ...(item.keywords ?? [])].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = (item: Item) => item.label.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, mostShown);
}

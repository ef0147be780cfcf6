/** Some of a list; `isMore`: others follow its last one. */
export interface Page<Item> {
  items: Item[];
  isMore: boolean;
}

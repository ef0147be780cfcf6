/** `2016-11-22T22:41:40Z`: times in documents of AWS have no fraction of a second. @param milliseconds since 1970 */
export const isoSeconds = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d+/, '');

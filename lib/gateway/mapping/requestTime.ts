const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `04/Mar/2020:19:15:17 +0000`, as AWS writes times in events and logs. @param time ms since the epoch */
export function requestTime(time: number): string {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}

const day = 86_400_000;

/** A tick of a time axis whose whole width is `span` ms: hours within two days, else dates. */
export function tickText(time: number, span: number): string {
  const options: Intl.DateTimeFormatOptions =
    span <= 2 * day
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { month: 'short', day: 'numeric' };
  return new Date(time).toLocaleString('en', options);
}

/** The exact time with its zone. */
export const exactTime = (time: number) =>
  new Date(time).toLocaleString('en', {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
  });

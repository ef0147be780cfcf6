'use client';
import { useEffect, useState } from 'react';

const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  [60_000, 'second', 1000],
  [3_600_000, 'minute', 60_000],
  [86_400_000, 'hour', 3_600_000],
  [30 * 86_400_000, 'day', 86_400_000],
  [365 * 86_400_000, 'month', 30 * 86_400_000],
  [Number.POSITIVE_INFINITY, 'year', 365 * 86_400_000],
];
const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 minutes ago`; the exact time with its zone is the title. `time` in ms since the epoch. */
export function RelativeTime({ time }: { time: number }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const iso = new Date(time).toISOString();
  // Until the browser has its own clock, both sides show the same absolute date.
  const text = now === null ? iso.slice(0, 16).replace('T', ' ') : relative(time - now);
  const exact =
    now === null ? iso : new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
  return (
    <time dateTime={iso} title={exact}>
      {text}
    </time>
  );
}

function relative(difference: number): string {
  const [, unit, size] = steps.find(([limit]) => Math.abs(difference) < limit) ?? [
    '',
    'second' as const,
    1000,
  ];
  return format.format(Math.round(difference / size), unit);
}

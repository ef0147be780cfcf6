'use client';
import { useEffect, useState } from 'react';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "3 minutes ago"; `time` and `now` in ms since the epoch. */
export function relativeTime(time: number, now: number): string {
  const distance = time - now;
  for (const [unit, size] of units)
    if (Math.abs(distance) >= size) return words.format(Math.round(distance / size), unit);
  return 'just now';
}

/** Relative time that keeps itself fresh; the exact time with its zone is the tooltip. */
export function RelativeTime({ time, className }: { time: number; className?: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const iso = new Date(time).toISOString();
  // until the browser's clock is known: UTC, the same on server and client
  const title =
    now === null ? iso : new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'long' });
  return (
    <time dateTime={iso} title={title} className={className}>
      {now === null ? iso.slice(0, 16).replace('T', ' ') : relativeTime(time, now)}
    </time>
  );
}

import Link from 'next/link';

/** Sign and name; the way to the list of APIs. */
export function Brand() {
  return (
    <Link href="/console" className="flex items-center gap-2 rounded-md px-1 font-semibold max-sm:hidden">
      <svg viewBox="0 0 32 32" className="size-5" aria-hidden>
        <title>Gatehouse</title>
        <rect width="32" height="32" rx="6" className="fill-accent" />
        <path
          d="M9 24V14a7 7 0 0 1 14 0v10M16 8v16M9 18h14"
          fill="none"
          className="stroke-on-accent"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Gatehouse
    </Link>
  );
}

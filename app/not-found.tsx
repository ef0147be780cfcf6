import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="flex min-h-[60dvh] flex-col items-start justify-center gap-3 px-6 sm:items-center">
      <h1 className="font-semibold text-xl">Nothing lives at this address</h1>
      <p className="text-muted">
        It was deleted or renamed, is not published, or belongs to another account.
      </p>
      <Link href="/" className="text-accent-ink underline">
        See all APIs
      </Link>
    </main>
  );
}

'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Input } from '@/components/ui/Input';

/** Searches a product as one types; the text lives in the address. @param props.action the product's page */
export function SiteSearch({ action, initial }: { action: string; initial: string }) {
  const router = useRouter();
  const [text, setText] = useState(initial);

  useEffect(() => {
    if (text === initial) return;
    const timer = setTimeout(
      () => router.replace(text ? `${action}?q=${encodeURIComponent(text)}` : action),
      250,
    );
    return () => clearTimeout(timer);
  }, [text, initial, action, router]);

  return (
    <search>
      <form action={action} className="relative">
        <Search
          className="quiet pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2"
          aria-hidden
        />
        <Input
          name="q"
          type="search"
          aria-label="Search this product"
          placeholder="Search this product"
          autoComplete="off"
          className="pl-8"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </search>
  );
}

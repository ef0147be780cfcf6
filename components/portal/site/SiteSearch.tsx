'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Input } from '@/components/ui/Input';

/**
 * Searches a product; the text lives in the address.
 * @param props.action the product's page
 * @param props.live as one types; else with Enter, where the results would cover what is typed
 */
export function SiteSearch(props: { action: string; initial: string; live: boolean }) {
  const { action, initial, live } = props;
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(initial);
  const [before, setBefore] = useState(initial);
  // A page without a search was opened: what was typed for another is over.
  if (initial !== before) {
    setBefore(initial);
    if (initial === '') setText('');
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (typed: string) => {
    setText(typed);
    if (!live) return;
    clearTimeout(timer.current);
    const address = typed ? `${action}?q=${encodeURIComponent(typed)}` : action;
    timer.current = setTimeout(() => router.replace(address), 250);
  };

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
          onChange={(event) => type(event.target.value)}
        />
      </form>
    </search>
  );
}

'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Input } from '@/components/ui/Input';

/** Searches as one types; the text lives in the address. `/` moves the focus here. */
export function SearchField({ initial }: { initial: string }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);

  useEffect(() => {
    if (text === initial) return;
    const timer = setTimeout(() => router.replace(text ? `/?q=${encodeURIComponent(text)}` : '/'), 200);
    return () => clearTimeout(timer);
  }, [text, initial, router]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target !== document.body) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  return (
    <search className="relative">
      <Search className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-muted" aria-hidden />
      <Input
        ref={input}
        name="q"
        type="search"
        aria-label="Search APIs and operations"
        placeholder="Search APIs and operations"
        className="pl-9"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </search>
  );
}

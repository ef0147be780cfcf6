'use client';
import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link that fetches its page once it is pointed at or focused. For links that are on every page: Next's own fetches
 * each that is in view, and the server spent five times as long on the pages beside the one that was asked for.
 */
export function NavigationLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [aimedAt, setAimedAt] = useState(false);
  const aim = () => setAimedAt(true);
  return <Link {...props} prefetch={aimedAt ? null : false} onPointerEnter={aim} onFocus={aim} />;
}

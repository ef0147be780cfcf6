import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Head and body cells of a plain table that is written out. Lists that grow are DataTable's. */
export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        'whitespace-nowrap border-b bg-panel px-3 py-1.5 text-left font-medium text-muted text-small',
        className,
      )}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={cn('border-b px-3 py-1.5 align-middle', className)} />;
}

import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Plain table pieces for short, fixed tables. Lists that grow are DataTable's. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    <div className="overflow-x-auto">
      <table {...rest} className={cn('w-full border-separate border-spacing-0 text-left', className)} />
    </div>
  );
}

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

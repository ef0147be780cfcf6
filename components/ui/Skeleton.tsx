import { cn } from './cn';

/** A grey block where content is about to come; its size is the content's. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-5 animate-skeleton rounded-md bg-hover', className)} />;
}

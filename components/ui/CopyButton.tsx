'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from './cn';
import { Tooltip } from './Tooltip';

/** Copies `value`; `what` names it ("API id"). With `showValue` the value itself is the button, in mono. */
export function CopyButton(props: { value: string; what: string; showValue?: boolean; className?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const label = copied ? 'Copied' : `Copy ${props.what}`;
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={props.showValue ? `${label} ${props.value}` : label}
        onClick={() => void navigator.clipboard.writeText(props.value).then(() => setCopied(true))}
        className={cn(
          'inline-flex h-6 min-w-6 max-w-full items-center justify-center gap-1.5 rounded-md px-1 text-muted hover:bg-hover hover:text-ink',
          props.className,
        )}
      >
        {props.showValue && <span className="truncate font-mono text-small">{props.value}</span>}
        <Icon className={cn('size-3.5 shrink-0', copied && 'text-success')} aria-hidden />
        <span role="status" className="sr-only">
          {copied ? 'Copied' : ''}
        </span>
      </button>
    </Tooltip>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';

/** Pixels above the first mark: about three lines. */
const CONTEXT = 64;

/**
 * A policy to read, with lines (1-based, both ends included) marked: the statements that decided something. The first
 * of them is in view.
 */
export function PolicyText(props: {
  document: string;
  label: string;
  marked: readonly { from: number; to: number }[];
  tone: 'success' | 'danger';
}) {
  const lines = props.document.trimEnd().split('\n');
  const isMarked = (line: number) => props.marked.some(({ from, to }) => from <= line && line <= to);
  const view = useRef<HTMLElement>(null);
  const first = props.marked[0]?.from;
  useEffect(() => {
    const mark = view.current?.querySelector('mark');
    if (first !== undefined && view.current && mark)
      view.current.scrollTop = mark.offsetTop - view.current.offsetTop - CONTEXT;
  }, [first]);
  return (
    <section
      ref={view}
      aria-label={props.label}
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md border bg-panel py-2"
    >
      <pre className="font-mono text-small leading-[19px]">
        {lines.map((text, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            key={index}
            number={index + 1}
            text={text}
            marked={isMarked(index + 1)}
            tone={props.tone}
          />
        ))}
      </pre>
    </section>
  );
}

const fills = {
  success: 'bg-success-fill shadow-[inset_2px_0_var(--success)]',
  danger: 'bg-danger-fill shadow-[inset_2px_0_var(--danger)]',
};

function Line(props: { number: number; text: string; marked: boolean; tone: 'success' | 'danger' }) {
  const Tag = props.marked ? 'mark' : 'span';
  return (
    <Tag className={cn('flex w-max min-w-full bg-transparent text-ink', props.marked && fills[props.tone])}>
      <span aria-hidden className="w-10 shrink-0 select-none pr-3 text-right text-muted">
        {props.number}
      </span>
      <span className="pr-3">{props.text === '' ? '\n' : props.text}</span>
    </Tag>
  );
}

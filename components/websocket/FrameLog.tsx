'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { prettyJson } from '@/components/console/prettyJson';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { clockTime, type Frame } from './Frame';

/** What went over the connection, newest last and in view. */
export function FrameLog({ frames, onClear }: { frames: Frame[]; onClear: () => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const last = frames.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [last]);
  return (
    <section aria-label="Messages" className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex items-center gap-3">
        <h2 className="flex-1 font-semibold">Messages</h2>
        <Button size="sm" disabled={frames.length === 0} onClick={onClear}>
          Clear
        </Button>
      </div>
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label="Messages"
        className="h-[min(45dvh,480px)] overflow-y-auto rounded-md border"
      >
        {frames.length === 0 && (
          <p className="p-3 text-muted">Connect, then send a message. What comes and goes stands here.</p>
        )}
        <ol className="divide-y">
          {frames.map((frame) => (
            <FrameLine key={frame.id} frame={frame} />
          ))}
        </ol>
      </div>
    </section>
  );
}

const marks = {
  in: { Icon: ArrowDown, word: 'Received', colour: 'text-success' },
  out: { Icon: ArrowUp, word: 'Sent', colour: 'text-accent-ink' },
};

function FrameLine({ frame }: { frame: Frame }) {
  const { direction, text, time, size } = frame;
  const mark = direction === 'note' ? null : marks[direction];
  return (
    <li
      className={cn(
        'grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 px-3 py-1.5',
        !mark && 'bg-panel text-muted',
      )}
    >
      <span className="flex items-center gap-1.5">
        <span className="tabular font-mono text-muted text-small">{clockTime(time)}</span>
        {mark && <mark.Icon className={cn('size-3.5', mark.colour)} aria-label={mark.word} />}
      </span>
      {mark ? (
        <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-small">{prettyJson(text)}</pre>
      ) : (
        <span className="wrap-anywhere text-small">{text}</span>
      )}
      {size !== undefined && <span className="tabular text-muted text-small">{size} B</span>}
    </li>
  );
}

'use client';

import { Section } from '@/components/ui/Section';
import { Td, Th } from '@/components/ui/tableCells';
import type { TemplateOutcome } from '@/lib/control/control';

const shown = 200;

/** What `#set` and `#foreach` gave each name, in order. A line's button shows it in the template. */
export function ValueList(props: { outcome: TemplateOutcome | undefined; onGo: (line: number) => void }) {
  const values = props.outcome?.values ?? [];
  return (
    <Section
      className="order-4"
      title="Values"
      description="What #set and #foreach gave each name, in the order of the run. Behind a line stands its last."
    >
      {values.length === 0 ? (
        <p className="text-muted">
          {props.outcome ? 'This template sets no names.' : 'The first run is on its way.'}
        </p>
      ) : (
        <div className="max-h-80 overflow-auto rounded-md border">
          <table className="w-full table-fixed border-collapse text-left">
            <caption className="sr-only">Values line by line</caption>
            <thead>
              <tr>
                <Th className="w-20">Line</Th>
                <Th className="w-1/3">Name</Th>
                <Th>Value</Th>
              </tr>
            </thead>
            <tbody>
              {values.slice(0, shown).map(({ line, column, name, value }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a value has no identity but its place in the run
                <tr key={index} className="border-t align-top">
                  <Td>
                    <button
                      type="button"
                      className="rounded-[4px] px-1 text-accent-ink tabular-nums hover:bg-hover"
                      aria-label={`Show line ${line}`}
                      onClick={() => props.onGo(line)}
                    >
                      {line}:{column}
                    </button>
                  </Td>
                  <Td className="break-words font-mono text-small">{name}</Td>
                  <Td className="break-words font-mono text-small">{value}</Td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {values.length > shown && (
        <p className="text-muted text-small">
          The first {shown} of {values.length === 1_000 ? '1,000 or more' : values.length}.
        </p>
      )}
    </Section>
  );
}

'use client';

import { Tabs as Radix } from 'radix-ui';
import { CopyButton } from '@/components/ui/CopyButton';
import { codeSamples, type SampleCall } from './codeSamples';

/** One call in five languages, with a copy button each. */
export function CodeSamples({ call }: { call: SampleCall }) {
  const samples = codeSamples(call);
  return (
    <Radix.Root defaultValue="curl" className="rounded-md border">
      <Radix.List aria-label="Language" className="flex gap-1 overflow-x-auto border-b px-2">
        {samples.map(({ language }) => (
          <Radix.Trigger
            key={language}
            value={language}
            className="-mb-px border-transparent border-b-2 px-2 py-2 text-muted text-small data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {language}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {samples.map(({ language, code }) => (
        <Radix.Content key={language} value={language} className="relative">
          <CopyButton value={code} what={`${language} sample`} className="absolute top-2 right-2 bg-canvas" />
          <pre tabIndex={0} className="overflow-x-auto p-3 pr-12 font-mono text-small">
            {code}
          </pre>
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

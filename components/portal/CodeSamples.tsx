'use client';

import { Tabs as Radix } from 'radix-ui';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/CopyButton';
import { codeSamples, type SampleCall } from './codeSamples';

/** One call in five languages; the button copies the one that shows. */
export function CodeSamples({ call }: { call: SampleCall }) {
  const samples = codeSamples(call);
  const [language, setLanguage] = useState('curl');
  const shown = samples.find((sample) => sample.language === language);
  return (
    <Radix.Root value={language} onValueChange={setLanguage} className="rounded-md border">
      <div className="flex items-center gap-2 border-b pr-2">
        <Radix.List
          aria-label="Language"
          className="scroll-fade flex min-w-0 flex-1 gap-1 overflow-x-auto px-2"
        >
          {samples.map((sample) => (
            <Radix.Trigger
              key={sample.language}
              value={sample.language}
              className="-mb-px border-transparent border-b-2 px-2 py-2 text-muted text-small data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {sample.language}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {shown && <CopyButton key={language} value={shown.code} what={`${language} sample`} />}
      </div>
      {samples.map((sample) => (
        <Radix.Content key={sample.language} value={sample.language}>
          <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-small">
            {sample.code}
          </pre>
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

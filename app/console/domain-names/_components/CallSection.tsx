'use client';

import { usePathname, useRouter } from 'next/navigation';
import { TextBlock } from '@/components/console/TextBlock';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { shownBasePath } from './mappingRows';

/** A line that works from here before any DNS record leads here. */
export function CallSection(props: { basePaths: string[]; called: string; line: string | undefined }) {
  const router = useRouter();
  const pathname = usePathname();
  const choose = (basePath: string) =>
    router.replace(`${pathname}?${new URLSearchParams({ call: basePath })}`, { scroll: false });
  return (
    <Section
      title="Call it"
      description="The Host header says the name, so this works before any DNS record leads here."
      actions={
        props.basePaths.length > 1 && (
          <Select
            aria-label="Base path to call"
            className="w-48"
            value={props.called}
            options={props.basePaths.map((value) => ({ value, label: shownBasePath(value) }))}
            onChange={(event) => choose(event.target.value)}
          />
        )
      }
    >
      <TextBlock
        label="Call with curl"
        text={props.line ?? ''}
        empty="Nothing to call yet: what this base path leads to serves no method. Deploy the API first."
      />
    </Section>
  );
}

import Link from 'next/link';
import { Section } from '@/components/ui/Section';
import type { DomainNameMapping } from '@/lib/model/domainName';
import type { Stage } from '@/lib/model/stage';

/** Under which names of one's own the stage answers too. */
export function StageDomainNames({ stage, mappings }: { stage: Stage; mappings: DomainNameMapping[] }) {
  return (
    <Section title="Custom domain names" description="Names of your own that lead to this stage.">
      {mappings.length === 0 ? (
        <p className="text-muted">
          None. A base path of a{' '}
          <Link href="/console/domain-names" className="text-accent-ink underline">
            custom domain name
          </Link>{' '}
          can lead here.
        </p>
      ) : (
        <ul className="max-h-80 max-w-2xl divide-y overflow-y-auto border-y">
          {mappings.map((mapping) => (
            <li key={addressOf(stage, mapping)} className="py-1.5">
              <Link
                href={`/console/domain-names/${encodeURIComponent(mapping.domainName)}`}
                title={addressOf(stage, mapping)}
                className="block truncate font-mono text-small underline underline-offset-2 hover:text-accent-ink"
              >
                {addressOf(stage, mapping)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function addressOf({ stageName }: Stage, { domainName, basePath, stage }: DomainNameMapping): string {
  const parts = [domainName, basePath, stage === '' ? stageName : ''];
  return parts.filter((part) => part !== '').join('/');
}

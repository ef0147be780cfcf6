import Link from 'next/link';
import { Section } from '@/components/ui/Section';
import type { DomainNameMapping } from '@/lib/model/domainName';
import type { Stage } from '@/lib/model/stage';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';

/** Under which names of one's own the stage answers too, by base path or by routing rule. */
export function StageDomainNames(props: {
  stage: Stage;
  mappings: DomainNameMapping[];
  rules: DomainNameRule[];
}) {
  const ways = [
    ...props.mappings.map((mapping) => ({
      domainName: mapping.domainName,
      text: addressOf(props.stage, mapping),
    })),
    ...props.rules.map(({ domainName, priority }) => ({
      domainName,
      text: `${domainName} by routing rule ${priority}`,
    })),
  ];
  return (
    <Section title="Custom domain names" description="Names of your own that lead to this stage.">
      {ways.length === 0 ? (
        <p className="text-muted">
          None. A base path or a routing rule of a{' '}
          <Link href="/console/domain-names" className="text-accent-ink underline">
            custom domain name
          </Link>{' '}
          can lead here.
        </p>
      ) : (
        <ul className="max-h-80 max-w-2xl divide-y overflow-y-auto border-y">
          {ways.map(({ domainName, text }) => (
            <li key={text} className="py-1.5">
              <Link
                href={`/console/domain-names/${encodeURIComponent(domainName)}`}
                title={text}
                className="block truncate font-mono text-small underline underline-offset-2 hover:text-accent-ink"
              >
                {text}
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

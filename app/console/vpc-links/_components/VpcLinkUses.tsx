import Link from 'next/link';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { Section } from '@/components/ui/Section';
import type { VpcLink } from '@/lib/model/vpcLink';

/** The methods whose integrations name the link, each with the way to it. */
export function VpcLinkUses({ link, apiNames }: { link: VpcLink; apiNames: Record<string, string> }) {
  return (
    <Section title="Methods" description="Integrations that name this link, deployed or not.">
      {link.usedBy.length === 0 ? (
        <p className="text-muted">
          None. Choose the link in a method's integration request, under connection type VPC_LINK.
        </p>
      ) : (
        <ul className="max-h-80 max-w-2xl divide-y overflow-y-auto border-y">
          {link.usedBy.map(({ restApiId, path, httpMethod }) => (
            <li key={`${restApiId} ${path} ${httpMethod}`} className="flex min-w-0 items-center gap-2 py-1.5">
              <MethodBadge method={httpMethod} />
              <Link
                href={`/console/apis/${restApiId}/resources?${new URLSearchParams({ q: path })}`}
                className="min-w-0 truncate font-mono text-small underline underline-offset-2 hover:text-accent-ink"
                title={path}
              >
                {path}
              </Link>
              <span className="min-w-0 truncate text-muted">{apiNames[restApiId] ?? restApiId}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

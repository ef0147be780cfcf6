import { Section } from '@/components/ui/Section';
import type { UserPool, UserPoolClient } from '@/lib/model/userPool';
import { CodeBlock } from './CodeBlock';
import { clientSamples } from './clientSamples';

/** Lines that run as they are, but for the words in capitals. */
export function ClientSamples(props: { pool: UserPool; client: UserPoolClient; awsEndpoint: string }) {
  const samples = clientSamples(props);
  return (
    <Section
      title="Code"
      description="For the flows that the client is allowed. Words in capitals are yours to fill in."
    >
      {samples.length === 0 && <p className="text-muted">The client is allowed no flow.</p>}
      {samples.map((sample) => (
        <CodeBlock key={sample.title} {...sample} />
      ))}
    </Section>
  );
}

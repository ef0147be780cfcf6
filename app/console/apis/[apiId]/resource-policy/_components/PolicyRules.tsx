import type { ReactNode } from 'react';

/** What decides together with the policy, by the method's authorization (reference: the outcome tables of AWS). */
const outcomes: [authorization: string, outcome: string][] = [
  ['None', 'The policy must allow the call.'],
  ['AWS IAM', 'The user’s policies or this one must allow it; a user of another account needs both.'],
  [
    'Lambda authorizer',
    'Its policy or this one must allow it. What this one denies never reaches the function.',
  ],
  ['Cognito user pools', 'The token is checked first; then the policy must allow the call.'],
];

/** How resources are written, and who has the last word. */
export function PolicyRules({ apiId }: { apiId: string }) {
  return (
    <div className="grid content-start gap-5">
      <Part title="Resources in short">
        <p className="text-muted">
          <Code>execute-api:/prod/GET/pets</Code> is a method of this API: stage, verb and path.{' '}
          <Code>*</Code> stands for any text, slashes too, so <Code>execute-api:/*</Code> is all of it. Saving
          writes the ARN in its place: <Code>{`arn:aws:execute-api:…:${apiId}/prod/GET/pets`}</Code>.
        </p>
      </Part>
      <Part title="Who decides">
        <p className="text-muted">
          A Deny anywhere denies. Otherwise it depends on the method’s authorization:
        </p>
        <dl className="mt-2 divide-y border-y">
          {outcomes.map(([authorization, outcome]) => (
            <div key={authorization} className="py-1.5">
              <dt className="font-medium">{authorization}</dt>
              <dd className="text-muted">{outcome}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-1 font-semibold">{title}</h2>
    {children}
  </section>
);

const Code = ({ children }: { children: string }) => (
  <code className="wrap-anywhere font-mono text-ink text-small">{children}</code>
);

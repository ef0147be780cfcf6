import { CopyButton } from '@/components/ui/CopyButton';
import { Section } from '@/components/ui/Section';
import { RotateKeysButton } from './_components/RotateKeysButton';
import { findUserPool } from './findUserPool';
import { userPoolEndpoints } from './userPoolEndpoints';

export default async function UserPoolPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { pool, editable } = await findUserPool((await params).userPoolId);
  const at = userPoolEndpoints(pool);
  const lines = [
    { label: 'Id', value: pool.id },
    { label: 'ARN', value: pool.arn, help: 'An authorizer names the pool by it.' },
    { label: 'Issuer', value: pool.issuer, help: 'The claim iss of every token.' },
    { label: 'Discovery', value: at.discovery, help: 'OpenID Connect libraries need only this.' },
    { label: 'JWKS', value: at.jwks, help: 'The public keys that verify tokens.' },
    {
      label: 'Hosted sign-in',
      value: at.authorize,
      help: 'Opened with an app client’s parameters: App clients writes the whole address.',
    },
    { label: 'Token endpoint', value: at.token },
    { label: 'UserInfo', value: at.userInfo },
  ];
  return (
    <div className="grid max-w-4xl gap-6">
      <Section title="Addresses">
        <dl className="divide-y border-y">
          {lines.map(({ label, value, help }) => (
            <div key={label} className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <dt className="pt-0.5 text-muted">{label}</dt>
              <dd className="min-w-0">
                <CopyButton value={value} what={label} showValue className="-ml-1" />
                {help && <p className="text-muted text-small">{help}</p>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section
        title="Signing keys"
        description="Rotating makes a new key that signs from now on; tokens of the old keys stay valid until the last of them has ended, so nobody signs in again."
        actions={editable && <RotateKeysButton userPoolId={pool.id} />}
      >
        <p className="text-muted">
          Gateway and clients find the new key by themselves: they read the JWKS when they meet a key id that
          they do not know.
        </p>
      </Section>
    </div>
  );
}

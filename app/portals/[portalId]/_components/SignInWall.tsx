import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { SignInFault } from '@/lib/auth/portalSites/siteSignIn';

/** What went wrong on the way, by the `sign-in` of the address. */
const outcomes: Record<string, string> = {
  over: 'That sign-in is over, or began in another browser. Begin again.',
  refused: 'The user pool signed nobody in. Begin again.',
  unavailable: 'The user pool could not be asked just now. Try again in a moment.',
};

/** In place of every page of a portal that is for readers who sign in: nothing of it is told before. */
export function SignInWall(props: {
  signInHref: string;
  outcome: string | undefined;
  fault: SignInFault | undefined;
  callbackUrl: string;
  appClientId: string;
}) {
  const { signInHref, outcome, fault, callbackUrl, appClientId } = props;
  const told = outcome === undefined ? undefined : outcomes[outcome];
  return (
    <main data-density="roomy" className="grid min-h-dvh content-center">
      {fault ? (
        <Notice kind="error" title="Nobody can sign in to this portal yet">
          <FaultText fault={fault} callbackUrl={callbackUrl} appClientId={appClientId} />
        </Notice>
      ) : (
        <Notice
          kind="denied"
          title="Sign in to read this portal"
          actions={
            <Button asChild variant="primary">
              <a href={signInHref}>Sign in</a>
            </Button>
          }
        >
          {told ?? 'It is for people with an account in its user pool.'}
        </Notice>
      )}
    </main>
  );
}

function FaultText(props: { fault: SignInFault; callbackUrl: string; appClientId: string }) {
  const { fault, callbackUrl, appClientId } = props;
  if (fault === 'pool')
    return <p>Its user pool does not exist here any more. The portal’s owner chooses another one.</p>;
  const client = <code className="wrap-anywhere font-mono text-small">{appClientId}</code>;
  if (fault === 'client')
    return <p>Its user pool has no app client {client} any more. The portal’s owner chooses another one.</p>;
  if (fault === 'secret')
    return <p>Its app client {client} has a secret. The portal’s owner chooses one without.</p>;
  if (fault === 'flow')
    return <p>The portal’s owner allows the authorization code flow for app client {client}.</p>;
  if (fault === 'scope') return <p>The portal’s owner allows the scope openid for app client {client}.</p>;
  return (
    <div className="grid justify-items-center gap-3">
      <p>The portal’s owner adds this address to the callback URLs of app client {client}:</p>
      <code className="wrap-anywhere rounded-md border bg-panel px-3 py-2 font-mono text-ink text-small">
        {callbackUrl}
      </code>
    </div>
  );
}

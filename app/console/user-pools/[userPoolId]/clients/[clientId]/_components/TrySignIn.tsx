'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { faultText, useAction } from '@/components/ui/useAction';
import type { UserPool, UserPoolClient } from '@/lib/model/userPool';
import { userPoolEndpoints } from '../../../userPoolEndpoints';
import { updatePoolClient } from '../../actions';
import { startTrial } from '../signInTrial';

/**
 * Opens the hosted page as the client's own program would and comes back with the tokens. Only for clients without
 * a secret: nobody but their program has it.
 */
export function TrySignIn(props: { pool: UserPool; client: UserPoolClient; editable: boolean }) {
  const { pool, client, editable } = props;
  const action = useAction(updatePoolClient);
  const [failure, setFailure] = useState<string>();
  if (client.generateSecret || !client.allowedOAuthFlows.includes('code')) return null;
  const redirectUri = trialCallback(pool, client);
  const registered = client.callbackUrls.includes(redirectUri);
  const open = async () => {
    setFailure(wrongPlace(pool.issuer));
    if (wrongPlace(pool.issuer)) return;
    if (!registered && !(await action.run(withCallback(pool, client, redirectUri)))) return;
    const { authorize: authorizeUrl } = userPoolEndpoints(pool);
    const input = { authorizeUrl, clientId: client.clientId, redirectUri, scopes: client.allowedOAuthScopes };
    window.location.assign(await startTrial(input, window.sessionStorage));
  };
  return (
    <Section
      title="Try it"
      description="Opens the hosted sign-in page with PKCE, comes back here, and shows what the tokens say."
      actions={
        (registered || editable) && (
          <Button busy={action.pending} onClick={() => void open()}>
            {registered ? 'Try sign-in' : 'Allow this console and try sign-in'}
          </Button>
        )
      }
    >
      <FormError>{failure ?? (action.error ? faultText(action.error) : undefined)}</FormError>
      {!registered && (
        <p className="text-muted">
          The client's callback URLs need <code className="break-all text-small">{redirectUri}</code> for it.
          {!editable && ' An editor can add it.'}
        </p>
      )}
    </Section>
  );
}

/** Below the address that the pool has too: the console's public one. */
const trialCallback = (pool: UserPool, { clientId }: UserPoolClient) =>
  `${new URL(pool.issuer).origin}/console/user-pools/${pool.id}/clients/${clientId}/try`;

const withCallback = (pool: UserPool, client: UserPoolClient, redirectUri: string) => {
  const { clientId, createdDate: _, ...settings } = client;
  const input = { ...settings, callbackUrls: [...client.callbackUrls, redirectUri] };
  return { userPoolId: pool.id, clientId, input };
};

/** Why it cannot work from this page: the tab's store and the token call are bound to the console's origin. */
function wrongPlace(issuer: string): string | undefined {
  const { origin } = new URL(issuer);
  if (window.location.origin !== origin) return `Open the console at ${origin} to try it.`;
  if (!window.isSecureContext) return 'Browsers make PKCE codes over https and on localhost only.';
  return undefined;
}

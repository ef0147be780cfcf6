/** One try of a sign-in from the console: authorization code with PKCE (RFC 7636), all in this browser. */

interface Trial {
  verifier: string;
  nonce: string;
  clientId: string;
  redirectUri: string;
}

export interface TrialTokens {
  id_token?: string;
  access_token: string;
  refresh_token?: string;
  expires_in: number;
}

/** Kept for this tab alone, under the state that comes back. */
const keyOf = (state: string) => `gatehouse.sign-in-trial.${state}`;

/** Address of the hosted page; what the way back needs is kept in `store`. */
export async function startTrial(
  input: { authorizeUrl: string; clientId: string; redirectUri: string; scopes: readonly string[] },
  store: Pick<Storage, 'setItem'>,
): Promise<string> {
  const { authorizeUrl, clientId, redirectUri } = input;
  const trial: Trial = { verifier: randomText(), nonce: randomText(), clientId, redirectUri };
  const state = randomText();
  store.setItem(keyOf(state), JSON.stringify(trial));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: input.scopes.join(' '),
    state,
    nonce: trial.nonce,
    code_challenge_method: 'S256',
    code_challenge: await challengeOf(trial.verifier),
    // whoever tries wants the page, also when this browser is signed in already
    prompt: 'login',
  });
  return `${authorizeUrl}?${query}`;
}

/** The trial that `state` belongs to; each can be ended once. @throws when this tab did not begin it */
export function takeTrial(state: string, store: Pick<Storage, 'getItem' | 'removeItem'>): Trial {
  const kept = store.getItem(keyOf(state));
  if (kept === null) throw new Error('This tab began no such sign-in. Try again from the app client.');
  store.removeItem(keyOf(state));
  return JSON.parse(kept) as Trial;
}

/** @throws in the token endpoint's own words */
export async function redeem(tokenUrl: string, code: string, trial: Trial): Promise<TrialTokens> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: trial.clientId,
      redirect_uri: trial.redirectUri,
      code,
      code_verifier: trial.verifier,
    }),
  });
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (!answer.ok) throw new Error([body.error, body.error_description].filter(Boolean).join(': '));
  const tokens = body as unknown as TrialTokens;
  if (tokens.id_token && claimsOf(tokens.id_token).nonce !== trial.nonce)
    throw new Error('The id token is of another sign-in: its nonce is not the one that was sent.');
  return tokens;
}

/** What a JWT says; its signature is not checked here: it came from the issuer itself, over this connection. */
export function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

import type { Provider } from 'oidc-provider';
import type { ControlPorts } from '@/lib/control/ports';
import type { OpenPool } from '@/lib/control/userPools/tokens/openPool';
import {
  signAccessToken,
  signClientToken,
  signIdToken,
  type TokenSubject,
} from '@/lib/control/userPools/tokens/signTokens';
import { verifyAccessToken } from '@/lib/control/userPools/tokens/verifyAccessToken';
import type { Oidc } from './Oidc';
import type { PoolAccount } from './poolAccount';

/**
 * Has a provider give out the pool's own tokens, those that Cognito's calls give out too, in place of its own:
 * access tokens are signed and not stored, and found again by their signature and their grant. The classes are this
 * one provider's.
 */
export function issueCognitoTokens(
  oidc: Oidc,
  provider: Provider,
  ports: ControlPorts,
  pool: OpenPool,
): void {
  const { AccessToken, ClientCredentials, IdToken, Claims } = provider;

  AccessToken.prototype.getValueAndPayload = async function () {
    const subject = subjectOf(oidc, ports, this.clientId, this.grantId, this.scope);
    return { value: await signAccessToken(pool, subject) };
  };
  AccessToken.find = async (value) => {
    const claims = await verifyAccessToken(pool, value, ports.now());
    if (!claims || claims === 'expired' || claims.origin_jti === undefined) return undefined;
    const { jti, iat, exp, scope, client_id: clientId, sub: accountId, origin_jti: grantId } = claims;
    return AccessToken.instantiate({
      kind: 'AccessToken',
      jti,
      iat,
      exp,
      scope,
      clientId,
      accountId,
      grantId,
    });
  };

  ClientCredentials.prototype.getValueAndPayload = async function () {
    const { clientId } = this;
    const { client, params } = contextOf(oidc);
    // A scope that nobody knows was taken away before: that is not the same as asking for none.
    const asked = (params.scope === undefined ? client.scope : this.scope) ?? '';
    // Without a person there is nobody whom openid or email could tell of.
    const scopes = asked.split(' ').filter((scope) => scope.includes('/'));
    if (scopes.length === 0)
      throw new oidc.errors.InvalidScope('no scope of a resource server is allowed', asked);
    this.scope = scopes.join(' ');
    return { value: await signClientToken(pool, { clientId, scopes, now: seconds(ports.now()) }) };
  };
  ClientCredentials.find = async () => undefined;

  const issue = IdToken.prototype.issue;
  IdToken.prototype.issue = function (options) {
    if (options.use !== 'idtoken') return issue.call(this, options);
    const { client, entities } = contextOf(oidc);
    const grantId = (entities.AuthorizationCode ?? entities.RefreshToken)?.grantId;
    const { nonce } = this.extra;
    const subject = subjectOf(oidc, ports, client.clientId, grantId, this.scope);
    return signIdToken(pool, subject, typeof nonce === 'string' ? nonce : undefined);
  };

  // The account has told what the scopes allow, attributes of the pool's own making too.
  Claims.prototype.result = async function () {
    return this.available;
  };
}

function contextOf({ Provider }: Oidc) {
  const context = Provider.ctx;
  if (!context) throw new Error('A token was asked for outside of a request');
  return context.oidc;
}

/** Whom the tokens of the request at hand are for. */
function subjectOf(
  oidc: Oidc,
  ports: ControlPorts,
  clientId: string,
  grantId = '',
  scope = '',
): TokenSubject {
  const { Account: account, AuthorizationCode: code, RefreshToken: refresh } = contextOf(oidc).entities;
  const now = seconds(ports.now());
  return {
    user: (account as PoolAccount).user,
    clientId,
    grantId,
    authTime: (code ?? refresh)?.authTime ?? now,
    scopes: scope === '' ? [] : scope.split(' '),
    now,
  };
}

const seconds = (ms: number) => Math.floor(ms / 1000);

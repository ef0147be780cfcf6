import { expect } from '../../fixtures/test';
import { type awsCli, textOf } from '../tools';

/** A program's token of a pool of this installation: its `client_id` is its audience, `orders/read` its scope. */
export interface Machine {
  issuer: string;
  clientId: string;
  token: string;
}

/** A user pool, a resource server with a scope and a program's own client, by the command line. */
export async function makeMachine(aws: ReturnType<typeof awsCli>, consoleUrl: string): Promise<Machine> {
  const cognito = (operation: string, ...words: string[]) => aws('cognito-idp', operation, ...words);
  const { UserPool } = await cognito('create-user-pool', '--pool-name', 'Shops');
  const userPoolId = textOf(UserPool?.Id);
  const pool = ['--user-pool-id', userPoolId];
  await cognito(
    ...['create-resource-server', ...pool, '--identifier', 'orders', '--name', 'Orders'],
    ...['--scopes', 'ScopeName=read,ScopeDescription=Reads'],
  );
  const { UserPoolClient } = await cognito(
    ...['create-user-pool-client', ...pool, '--client-name', 'Nightly job', '--generate-secret'],
    ...['--allowed-o-auth-flows', 'client_credentials', '--allowed-o-auth-flows-user-pool-client'],
    ...['--allowed-o-auth-scopes', 'orders/read'],
  );
  const issuer = `${consoleUrl}/userpools/${userPoolId}`;
  const clientId = textOf(UserPoolClient?.ClientId);
  const credentials = Buffer.from(`${clientId}:${textOf(UserPoolClient?.ClientSecret)}`).toString('base64');
  const answer = await fetch(`${issuer}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'orders/read' }),
  });
  expect(answer.status).toBe(200);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return { issuer, clientId, token };
}

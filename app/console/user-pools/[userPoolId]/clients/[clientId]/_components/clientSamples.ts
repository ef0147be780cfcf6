import type { UserPool, UserPoolClient } from '@/lib/model/userPool';
import { userPoolEndpoints } from '../../../userPoolEndpoints';

export interface Sample {
  title: string;
  code: string;
}
interface Subject {
  pool: Pick<UserPool, 'id' | 'issuer'>;
  client: UserPoolClient;
  /** base URL of Gatehouse's AWS endpoint */
  awsEndpoint: string;
}

/** Ready lines for each flow that the client is allowed. */
export function clientSamples(subject: Subject): Sample[] {
  const { allowedOAuthFlows: flows, explicitAuthFlows } = subject.client;
  return [
    ...(flows.includes('code') ? [hostedPage(subject), exchangeCode(subject)] : []),
    ...(flows.includes('client_credentials') ? [clientCredentials(subject)] : []),
    ...(explicitAuthFlows.includes('USER_PASSWORD_AUTH') ? [cli(subject), sdk(subject)] : []),
  ];
}

/** A pool's id begins with it. */
const regionOf = ({ id }: Subject['pool']) => id.slice(0, id.indexOf('_'));

const callbackOf = ({ callbackUrls }: UserPoolClient) => callbackUrls[0] ?? 'CALLBACK_URL';

/** RFC 7636: the challenge is the base64url of the SHA-256 of the verifier. */
function hostedPage({ pool, client }: Subject): Sample {
  const query = [
    'response_type=code',
    `client_id=${client.clientId}`,
    `redirect_uri=${encodeURIComponent(callbackOf(client))}`,
    `scope=${encodeURIComponent(client.allowedOAuthScopes.join(' '))}`,
    'code_challenge_method=S256',
    'code_challenge=CODE_CHALLENGE',
    'state=STATE',
  ];
  return {
    title: 'Hosted sign-in page',
    code: `${userPoolEndpoints(pool).authorize}?${query.join('&')}`,
  };
}

const curl = (url: string, client: UserPoolClient, fields: Record<string, string>) =>
  [
    `curl ${url}`,
    ...(client.generateSecret ? [`--user ${client.clientId}:CLIENT_SECRET`] : []),
    ...Object.entries(fields).map(([name, value]) => `--data-urlencode '${name}=${value}'`),
  ].join(' \\\n  ');

const exchangeCode = ({ pool, client }: Subject): Sample => ({
  title: 'Code for tokens',
  code: curl(userPoolEndpoints(pool).token, client, {
    grant_type: 'authorization_code',
    ...(!client.generateSecret && { client_id: client.clientId }),
    code: 'CODE',
    redirect_uri: callbackOf(client),
    code_verifier: 'CODE_VERIFIER',
  }),
});

/** Machines are granted scopes of resource servers alone. */
const clientCredentials = ({ pool, client }: Subject): Sample => ({
  title: 'Token of the program itself',
  code: curl(userPoolEndpoints(pool).token, client, {
    grant_type: 'client_credentials',
    scope: client.allowedOAuthScopes.find((scope) => scope.includes('/')) ?? 'SCOPE',
  }),
});

/** https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash */
const secretHash = 'base64(HMAC-SHA256(CLIENT_SECRET, USERNAME + client id))';

const cli = ({ pool, client, awsEndpoint }: Subject): Sample => ({
  title: 'AWS CLI',
  code: [
    `aws cognito-idp initiate-auth --no-sign-request --region ${regionOf(pool)}`,
    `--endpoint-url ${awsEndpoint}`,
    `--client-id ${client.clientId} --auth-flow USER_PASSWORD_AUTH`,
    `--auth-parameters USERNAME=USERNAME,PASSWORD=PASSWORD${client.generateSecret ? ',SECRET_HASH=SECRET_HASH' : ''}`,
  ].join(' \\\n  '),
});

const sdk = ({ pool, client, awsEndpoint }: Subject): Sample => ({
  title: 'AWS SDK for JavaScript',
  code: `import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';

const provider = new CognitoIdentityProviderClient({
  region: '${regionOf(pool)}',
  endpoint: '${awsEndpoint}',
});
const { AuthenticationResult } = await provider.send(
  new InitiateAuthCommand({
    ClientId: '${client.clientId}',
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: {
      USERNAME: 'USERNAME',
      PASSWORD: 'PASSWORD',${client.generateSecret ? `\n      // ${secretHash}\n      SECRET_HASH: 'SECRET_HASH',` : ''}
    },
  }),
);`,
});

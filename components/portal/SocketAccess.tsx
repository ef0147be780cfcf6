import type { SocketReference } from '@/lib/model/portal';

/** Who may connect, in words. */
export function SocketAccess({ connect }: { connect: SocketReference['connect'] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      <li>{accessWords(connect)}</li>
      {connect.apiKeyRequired && (
        <li>
          Connecting takes an API key in the header <code className="font-mono">x-api-key</code>, which
          programs send and browsers cannot.
        </li>
      )}
    </ul>
  );
}

function accessWords({ authorizationType, identitySource }: SocketReference['connect']): string {
  if (authorizationType === 'NONE') return 'Anybody may connect: no account and no token is asked for.';
  if (authorizationType === 'AWS_IAM')
    return 'The handshake is signed with AWS Signature Version 4, in its headers or its query string.';
  const places = identitySource.map(placeWords).filter((words) => words !== '');
  return places.length > 0
    ? `An authorizer decides who connects. It looks at ${places.join(' and ')}.`
    : 'An authorizer decides who connects.';
}

/** `route.request.querystring.token` and the like; context and stage variables are no caller's to send. */
function placeWords(source: string): string {
  const [, place, name] = /^route\.request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  if (place === undefined) return '';
  return place === 'header' ? `the header ${name}` : `the query parameter ${name}`;
}

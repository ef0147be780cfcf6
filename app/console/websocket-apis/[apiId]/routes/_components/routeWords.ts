import type { Route } from '@/lib/model/v2/route';
import type { RoutePlace } from './RoutePlace';

const words: Record<string, string> = {
  $connect: 'Called before a client is let in: an answer of 200 opens the connection, any other refuses it.',
  $disconnect: 'Called after a client has gone, as far as it can be told.',
  $default: 'For messages that name no other route.',
};
export const routeWords = (routeKey: string): string =>
  words[routeKey] ?? 'For messages for which the route selection expression gives this key.';

/** Who may connect; other routes ask nobody. */
export function authorizationWords({ route, authorizers }: RoutePlace): string | false {
  if (route.routeKey !== '$connect') return false;
  const name = authorizers.find(({ authorizerId }) => authorizerId === route.authorizerId)?.name;
  const who = {
    NONE: 'Anybody may connect',
    AWS_IAM: 'By IAM',
    CUSTOM: `By the authorizer ${name}`,
    JWT: '',
  };
  return `${who[route.authorizationType]}${route.apiKeyRequired ? ', with an API key' : ''}`;
}

export function modelWords({ requestModels = {}, routeKey }: Route): string | false {
  const names = Object.values(requestModels);
  if (names.length > 0) return `Validated by ${names.join(', ')}`;
  return routeKey !== '$connect' && routeKey !== '$disconnect' && 'Messages are not validated';
}

import type { FunctionChoice } from '@/components/console/functionChoices';

/** A user pool of this installation, as the form offers it. */
export interface PoolChoice {
  id: string;
  name: string;
  arn: string;
  /** OAuth scopes that its access tokens may have, the standard ones first */
  scopes: string[];
}

/** What an authorizer may decide by. */
export interface AuthorizerChoices {
  functions: FunctionChoice[];
  pools: PoolChoice[];
}

/** What a policy is asked about. */
export interface PolicyRequest {
  /** e.g. `execute-api:Invoke` */
  action: string;
  /** ARN */
  resource: string;
  /** who asks; undefined: nobody who signed */
  principal: PolicyPrincipal | undefined;
  /** condition key in lower case -> values; a key that is absent has no value at all */
  context: ReadonlyMap<string, readonly string[]>;
}

export interface PolicyPrincipal {
  /** e.g. `arn:aws:iam::123456789012:user/ada`, of a role's session `arn:aws:sts::...:assumed-role/name/session` */
  arn: string;
  /** of a role's session: `arn:aws:iam::123456789012:role/name`; policies that name either mean it */
  roleArn?: string | undefined;
  accountId: string;
  /** of one of AWS's services, which has neither: `apigateway.amazonaws.com` */
  service?: string;
}

/** One statement's word, and which one it was: 0-based. */
export interface PolicyDecision {
  effect: 'Allow' | 'Deny';
  statement: number;
}

/** A policy document that cannot be kept to; `path` is its place, e.g. `Statement[1].Effect`. */
export class MalformedPolicy extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(path === '' ? reason : `${path}: ${reason}`);
    this.name = 'MalformedPolicy';
  }
}

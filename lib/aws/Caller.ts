/** Who signed a call. */
export interface Caller {
  arn: string;
  /** of a role's session: the role's own */
  roleArn?: string | undefined;
  /** of temporary credentials: ms since the epoch */
  tokenIssuedAt?: number | undefined;
  accountId: string;
  userId: string;
  /** undefined: the account itself */
  userName: string | undefined;
  /** JSON texts; null: everything is allowed, which only a door without authorization says */
  policies: string[] | null;
}

/** Who calls where no signature is asked for: nobody in particular. */
export function anonymous(accountId: string): Caller {
  return { arn: '', accountId, userId: '', userName: undefined, policies: [] };
}

/** Who calls an open door. */
export function accountItself(accountId: string): Caller {
  const arn = `arn:aws:iam::${accountId}:root`;
  return { arn, accountId, userId: accountId, userName: undefined, policies: null };
}

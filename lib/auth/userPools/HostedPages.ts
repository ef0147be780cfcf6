/**
 * What the hosted pages ask, through the slot. An interaction is one sign-in that a client began; only the browser
 * that holds its cookie may go on with it.
 */
export interface HostedPages {
  /** What to show; null when the sign-in is over, or is another browser's. */
  describe(at: InteractionAt): Promise<HostedSignIn | null>;
  /** @throws ControlError */
  signIn(at: InteractionAt, input: { username: string; password: string }): Promise<HostedOutcome>;
  /** @throws ControlError */
  signUp(
    at: InteractionAt,
    input: { username: string; email: string; password: string },
  ): Promise<HostedOutcome>;
  /** @throws ControlError */
  completeNewPassword(
    at: InteractionAt,
    input: { username: string; password: string; newPassword: string },
  ): Promise<HostedOutcome>;
}

export interface InteractionAt {
  userPoolId: string;
  /** of the address, which must be the cookie's too */
  uid: string;
  /** the Cookie header */
  cookie: string;
  sourceIp: string;
}

export interface HostedSignIn {
  poolName: string;
  clientName: string;
  selfSignUp: boolean;
  passwordMinimumLength: number;
  /** `login_hint` of the client */
  username: string;
}

/** Where the browser goes on, or that a new password is to be chosen first. */
export type HostedOutcome = { goTo: string } | { newPasswordRequired: true };

const sentences: Record<string, string> = {
  UnauthorizedException: 'E-mail or password is wrong.',
  TooManyRequestsException: 'Too many tries. Wait a minute, then try again.',
  AccessDeniedException: 'Sign-up is closed here: ask the operator of this portal for an account.',
  ConflictException: 'An account with this e-mail exists already: sign in the way it was made.',
  AccountRefused: 'This account may not sign in here. Ask the operator.',
  EmailRequired: 'Your provider did not tell an e-mail address. Allow it there, then try again.',
  OAuthCallback: 'Your provider refused the sign-in, or it was cancelled.',
  OAuthSignin: 'Your provider could not be reached. Try again later.',
  ServiceUnavailableException: 'Sign-in is not available just now. Try again later.',
};

/** The sentence for a code that next-auth put into `error`. */
export const signInError = (code: string): string => sentences[code] ?? 'The sign-in failed. Try again.';

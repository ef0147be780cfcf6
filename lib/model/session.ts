/** How long a sign-in lasts, in seconds: half a day, however busy the session is. */
export const sessionSeconds = 12 * 60 * 60;

type Given<Members> = { [Name in keyof Members]?: NonNullable<Members[Name]> };

/** What was sent: AWS's clients send null for what shall not be. */
export function given<Members extends Record<string, unknown>>(members: Members): Given<Members> {
  const set = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(set) as Given<Members>;
}

/** The same, without empty texts: a PATCH empties with '' what shall not be, and Terraform sends it for what was not given. */
export function filledIn<Members extends Record<string, unknown>>(members: Members): Given<Members> {
  const set = Object.entries(given(members)).filter(([, value]) => value !== '');
  return Object.fromEntries(set) as Given<Members>;
}

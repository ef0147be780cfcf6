/** For an address that was kept, used already or opened in another browser. */
export function SignInOver() {
  return (
    <header className="space-y-1">
      <h1 className="text-xl font-semibold tracking-tight">This sign-in is over</h1>
      <p className="text-muted text-sm">Go back to the app that you came from and try again.</p>
    </header>
  );
}

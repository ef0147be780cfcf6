import { createHash } from 'node:crypto';
import type { Context } from 'oidc-provider';

const script = 'document.forms[0].submit()';
const scriptHash = createHash('sha256').update(script).digest('base64');

const style = `:root{color-scheme:light dark}
body{margin:0;min-height:100dvh;display:flex;align-items:center;justify-content:center;padding:16px;box-sizing:border-box;
font:16px/26px ui-sans-serif,system-ui,sans-serif;background:light-dark(#fff,#09090b);color:light-dark(#18181b,#fafafa)}
main{max-width:24rem;width:100%;overflow-wrap:anywhere}h1{font-size:20px;margin:0 0 8px}p{margin:0 0 8px;color:light-dark(#52525b,#a1a1aa)}
button{font:inherit;padding:6px 16px;border-radius:6px;border:0;background:#3538cd;color:#fff}`;

/** A page that needs nothing of Next: it is shown where the protocol has no page of ours to go to. */
function page(context: Context, title: string, ...parts: string[]): void {
  context.type = 'html';
  // No form-action: the form that signs out is answered with the way back to the client.
  context.set(
    'Content-Security-Policy',
    `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; frame-ancestors 'none'`,
  );
  context.body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${style}</style></head>
<body><main><h1>${title}</h1>${parts.join('\n')}</main></body></html>`;
}

/** @param out RFC 6749's error and description */
export function errorPage(context: Context, out: { error: string; error_description?: string }): void {
  const reason = out.error_description ?? out.error;
  page(
    context,
    'This sign-in cannot go on',
    `<p>The app that sent you here asked for something that is not allowed: ${safe(reason)} (${safe(out.error)}).</p>`,
    '<p>Go back to the app and try again. If it happens again, tell the people who run it.</p>',
  );
}

/**
 * Signing out asks nobody, as Cognito's: the form, which holds the session's own secret, sends itself.
 * @param form the provider's
 */
export function signingOutPage(context: Context, form: string): void {
  const button = '<button type="submit" form="op.logoutForm" value="yes" name="logout">Sign out</button>';
  const yes = form.replace('</form>', '<input type="hidden" name="logout" value="yes"/></form>');
  page(context, 'Signing out', yes, `<noscript>${button}</noscript>`, `<script>${script}</script>`);
}

export function signedOutPage(context: Context): void {
  page(context, 'You are signed out', '<p>You can close this page.</p>');
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

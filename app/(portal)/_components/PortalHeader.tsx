import Link from 'next/link';
import { Brand } from '@/components/ui/Brand';
import { ThemeToggle } from '@/components/ui/ThemeToggle';
import { consoleRoles, type User } from '@/lib/model/role';
import { AccountMenu } from './AccountMenu';

const links = [
  { href: '/', label: 'APIs' },
  { href: '/apps', label: 'Apps' },
  { href: '/usage', label: 'Usage' },
];

/** Brand, places, theme and account: the same on every page of the portal. */
export function PortalHeader({ user }: { user: User | null }) {
  const seesConsole = user && consoleRoles.some((role) => role === user.role);
  return (
    <header className="border-b">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-1 px-4 sm:gap-2 sm:px-6">
        <Brand href="/" className="mr-1 tracking-tight sm:mr-4 max-[420px]:[&>svg]:hidden" />
        <nav aria-label="Portal" className="flex flex-1 gap-1">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              className="rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-ink"
            >
              {link.label}
            </Link>
          ))}
        </nav>
        <ThemeToggle />
        {user ? (
          <AccountMenu email={user.email} seesConsole={Boolean(seesConsole)} />
        ) : (
          <Link
            href="/sign-in"
            className="whitespace-nowrap rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-ink"
          >
            Sign in
          </Link>
        )}
      </div>
    </header>
  );
}

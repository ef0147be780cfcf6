'use client';

import { PanelLeft, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Brand } from '@/components/ui/Brand';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/IconButton';
import { ThemeToggle } from '@/components/ui/ThemeToggle';
import { AccountMenu } from './AccountMenu';
import { Breadcrumb } from './Breadcrumb';
import { ConsolePalette } from './ConsolePalette';
import { HealthDot } from './HealthDot';
import { Navigation } from './Navigation';
import type { ApiPlace, NamedPlace } from './places';
import { Shortcuts } from './Shortcuts';
import { useKept } from './useKept';

/** Navigation on the left, breadcrumb, search, health, theme and account on top, the page in the rest. */
export function ConsoleFrame(props: {
  email: string;
  role: string;
  apis: ApiPlace[];
  /** asked when the palette opens */
  readNamed: () => Promise<NamedPlace[]>;
  children: ReactNode;
}) {
  const [palette, setPalette] = useState(false);
  const [narrow, setNarrow] = useKept('gatehouse.navigation.narrow');
  const [drawer, setDrawer] = useState(false);
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-canvas focus:p-2"
      >
        Skip to content
      </a>
      <header className="flex h-11 shrink-0 items-center gap-1 border-b px-2">
        <IconButton
          label="Navigation"
          className="md:hidden"
          aria-expanded={drawer}
          onClick={() => setDrawer(!drawer)}
        >
          <PanelLeft />
        </IconButton>
        <IconButton
          label={narrow ? 'Widen the navigation' : 'Narrow the navigation'}
          className="max-md:hidden"
          onClick={() => setNarrow(!narrow)}
        >
          <PanelLeft />
        </IconButton>
        <Brand href="/console" className="px-1 max-sm:hidden" />
        <span aria-hidden className="mx-1 h-4 border-l max-sm:hidden" />
        <Breadcrumb apis={props.apis} />
        <Button
          variant="ghost"
          size="sm"
          aria-label="Search"
          onClick={() => setPalette(true)}
          className="text-muted"
        >
          <Search aria-hidden />
          <kbd className="font-sans max-sm:hidden">Ctrl K</kbd>
        </Button>
        <HealthDot />
        <ThemeToggle />
        <AccountMenu email={props.email} role={props.role} />
      </header>
      <div className="flex min-h-0 flex-1">
        {drawer && (
          <button
            type="button"
            aria-label="Close the navigation"
            onClick={() => setDrawer(false)}
            className="absolute inset-0 top-11 z-20 animate-appear bg-black/45 md:hidden"
          />
        )}
        <div
          className={cn(
            'w-[232px] shrink-0 overflow-y-auto border-r bg-panel max-md:absolute max-md:inset-y-0 max-md:top-11 max-md:left-0 max-md:z-30',
            !drawer && 'max-md:hidden',
            narrow && 'md:w-12',
          )}
        >
          <Navigation narrow={narrow} onGo={() => setDrawer(false)} />
        </div>
        {/* relative: what is hidden from the eye inside (sr-only) must not make the document scroll */}
        <main id="content" className="relative min-w-0 flex-1 overflow-y-auto">
          {props.children}
        </main>
      </div>
      <Shortcuts />
      <ConsolePalette
        open={palette}
        onOpenChange={setPalette}
        apis={props.apis}
        readNamed={props.readNamed}
        editable={props.role !== 'viewer'}
        administers={props.role === 'administrator'}
      />
    </div>
  );
}

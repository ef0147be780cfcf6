'use client';

import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { CommandPalette, type PaletteGroup } from '@/components/ui/CommandPalette';
import { type ApiPlace, apiTabs, places } from './places';

/** Ctrl/Cmd-K: every place, every API with its tabs, and the actions that need no selection. */
export function ConsolePalette(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  apis: ApiPlace[];
}) {
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const go = (href: string) => () => router.push(href);
  const groups: PaletteGroup[] = [
    {
      heading: 'Actions',
      items: [
        { id: 'create-api', label: 'Create API', run: go('/console/apis/new') },
        { id: 'import-api', label: 'Import OpenAPI document', run: go('/console/apis/new?kind=import') },
        { id: 'create-key', label: 'Create API key', run: go('/console/api-keys?create=1') },
        { id: 'create-plan', label: 'Create usage plan', run: go('/console/usage-plans/new') },
        {
          id: 'theme',
          label: resolvedTheme === 'dark' ? 'Light theme' : 'Dark theme',
          run: () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark'),
        },
        { id: 'open-portal', label: 'Open the portal', run: go('/') },
      ],
    },
    { heading: 'Places', items: places.map(({ href, label }) => ({ id: href, label, run: go(href) })) },
    {
      heading: 'APIs',
      items: props.apis.flatMap((api) =>
        apiTabs.map((tab) => ({
          id: `${api.id}/${tab.path}`,
          label: `${api.name} · ${tab.label}`,
          hint: api.id,
          keywords: [api.id],
          run: go(`/console/apis/${api.id}/${tab.path}`),
        })),
      ),
    },
  ];
  return <CommandPalette open={props.open} onOpenChange={props.onOpenChange} groups={groups} />;
}

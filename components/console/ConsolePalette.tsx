'use client';

import { ExternalLink, FileUp, Moon, Plus, Sun } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { CommandPalette, type PaletteGroup } from '@/components/ui/CommandPalette';
import { leaving } from '@/components/ui/leaving';
import { apiActions } from './apiActions';
import { identityActions } from './identityActions';
import { namedItems } from './namedItems';
import { placeIcons } from './placeIcons';
import { type ApiPlace, apiHref, type NamedPlace, places, workspaces } from './places';
import { useNamedPlaces } from './useNamedPlaces';

/** Ctrl/Cmd-K: every place, all that has a page of its own with its tabs, and the actions that need no selection. */
export function ConsolePalette(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  apis: ApiPlace[];
  readNamed: () => Promise<NamedPlace[]>;
  editable: boolean;
  administers: boolean;
}) {
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const go = (href: string) => () => leaving.leave(() => router.push(href));
  const named = useNamedPlaces(props.open, props.readNamed);
  const dark = resolvedTheme === 'dark';
  const [, apiId] = /^\/console\/(?:http-|websocket-)?apis\/([^/]+)/.exec(usePathname()) ?? [];
  const here = props.apis.find(({ id }) => id === apiId);
  const makesHere = here ? apiActions(here).map(({ href, ...item }) => ({ ...item, run: go(href) })) : [];
  const makes = [
    { id: 'create-api', label: 'Create API', icon: <Plus />, run: go('/console/apis/new') },
    {
      id: 'create-http-api',
      label: 'Create HTTP API',
      icon: <Plus />,
      run: go('/console/apis/new?protocol=http'),
    },
    {
      id: 'create-websocket-api',
      label: 'Create WebSocket API',
      icon: <Plus />,
      run: go('/console/apis/new?protocol=websocket'),
    },
    {
      id: 'import-api',
      label: 'Import OpenAPI document',
      icon: <FileUp />,
      run: go('/console/apis/new?kind=import'),
    },
    { id: 'create-function', label: 'Create function', icon: <Plus />, run: go('/console/functions/new') },
    { id: 'create-key', label: 'Create API key', icon: <Plus />, run: go('/console/api-keys?create=1') },
    { id: 'create-plan', label: 'Create usage plan', icon: <Plus />, run: go('/console/usage-plans/new') },
    {
      id: 'generate-certificate',
      label: 'Generate client certificate',
      icon: <Plus />,
      run: go('/console/client-certificates?create=1'),
    },
    { id: 'create-link', label: 'Create VPC link', icon: <Plus />, run: go('/console/vpc-links/new') },
    {
      id: 'create-domain-name',
      label: 'Create custom domain name',
      icon: <Plus />,
      run: go('/console/domain-names?create=1'),
    },
    { id: 'create-pool', label: 'Create user pool', icon: <Plus />, run: go('/console/user-pools/new') },
    { id: 'create-portal', label: 'Create portal', icon: <Plus />, run: go('/console/portals?create=1') },
    {
      id: 'create-product',
      label: 'Create portal product',
      icon: <Plus />,
      run: go('/console/portal-products?create=1'),
    },
  ];
  const identity = identityActions.map(({ href, ...item }) => ({ ...item, run: go(href) }));
  const groups: PaletteGroup[] = [
    {
      heading: 'Actions',
      items: [
        ...(props.editable ? [...makesHere, ...makes] : []),
        ...(props.administers ? identity : []),
        {
          id: 'theme',
          label: dark ? 'Light theme' : 'Dark theme',
          icon: dark ? <Sun /> : <Moon />,
          run: () => setTheme(dark ? 'light' : 'dark'),
        },
        { id: 'open-portal', label: 'Open the portal', icon: <ExternalLink />, run: go('/') },
      ],
    },
    { heading: 'Places', items: places.map((place) => ({ ...placeItem(place), run: go(place.href) })) },
    {
      heading: 'APIs',
      items: props.apis.flatMap((api) =>
        workspaces[api.kind].tabs.map((tab) => ({
          id: `${api.id}/${tab.path}`,
          label: `${api.name} · ${tab.label}`,
          hint: api.id,
          keywords: [api.id],
          run: go(`${apiHref(api)}/${tab.path}`),
        })),
      ),
    },
    { heading: 'Functions, user pools and more', items: namedItems(named, go) },
  ];
  return <CommandPalette open={props.open} onOpenChange={props.onOpenChange} groups={groups} />;
}

function placeItem({ href, label, icon }: (typeof places)[number]) {
  const Icon = placeIcons[icon];
  return { id: href, label, icon: <Icon /> };
}

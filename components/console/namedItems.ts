import type { PaletteItem } from '@/components/ui/CommandPalette';
import { type NamedPlace, namedPlaceHref } from './places';

interface Tab {
  path: string;
  label: string;
}

const tabs: Partial<Record<NamedPlace['kind'], Tab[]>> = {
  function: [
    { path: '', label: 'Code' },
    { path: '/test', label: 'Test' },
    { path: '/configuration', label: 'Configuration' },
    { path: '/versions', label: 'Versions and aliases' },
    { path: '/logs', label: 'Logs' },
    { path: '/used-by', label: 'Used by' },
  ],
  'user pool': [
    { path: '', label: 'Overview' },
    { path: '/users', label: 'Users' },
    { path: '/groups', label: 'Groups' },
    { path: '/clients', label: 'App clients' },
    { path: '/resource-servers', label: 'Resource servers' },
    { path: '/settings', label: 'Settings' },
  ],
  portal: [
    { path: '', label: 'Settings' },
    { path: '/products', label: 'Products' },
    { path: '/publish', label: 'Publishing' },
  ],
  product: [
    { path: '', label: 'Documentation' },
    { path: '/sharing', label: 'Sharing policy' },
    { path: '/settings', label: 'Settings' },
  ],
};

/** Each of them with its tabs. */
export const namedItems = (places: readonly NamedPlace[], go: (href: string) => () => void): PaletteItem[] =>
  places.flatMap((place) => {
    const item = (path: string, label: string) => ({
      id: `${place.kind}/${place.id}${path}`,
      label,
      hint: place.kind,
      keywords: [place.id, place.kind],
      run: go(namedPlaceHref(place) + path),
    });
    const own = tabs[place.kind];
    if (!own) return [item('', place.name)];
    return own.map(({ path, label }) => item(path, `${place.name} · ${label}`));
  });

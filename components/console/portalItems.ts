import type { PaletteItem } from '@/components/ui/CommandPalette';
import { type PortalPlace, portalPlaceHref } from './places';

const tabs = {
  portal: [
    { path: '', label: 'Settings' },
    { path: '/products', label: 'Products' },
    { path: '/publish', label: 'Publishing' },
  ],
  product: [
    { path: '', label: 'Documentation' },
    { path: '/sharing', label: 'Sharing policy' },
  ],
};

/** Each portal and product with its tabs. */
export const portalItems = (
  places: readonly PortalPlace[],
  go: (href: string) => () => void,
): PaletteItem[] =>
  places.flatMap((place) =>
    tabs[place.kind].map(({ path, label }) => ({
      id: `${place.kind}/${place.id}${path}`,
      label: `${place.name} · ${label}`,
      hint: place.kind,
      keywords: [place.id, place.kind],
      run: go(portalPlaceHref(place) + path),
    })),
  );

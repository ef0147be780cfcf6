import {
  BadgeCheck,
  BookUser,
  Boxes,
  Cable,
  ChartLine,
  Fingerprint,
  FlaskConical,
  Gauge,
  Globe,
  Inbox,
  KeyRound,
  type LucideIcon,
  Settings,
  SquareFunction,
  Store,
  Users,
} from 'lucide-react';
import type { places } from './places';

/** The sign of each place, in the navigation and in the palette. */
export const placeIcons: Record<(typeof places)[number]['icon'], LucideIcon> = {
  apis: Boxes,
  functions: SquareFunction,
  keys: KeyRound,
  plans: Gauge,
  certificates: BadgeCheck,
  links: Cable,
  domainNames: Globe,
  identity: Fingerprint,
  userPools: BookUser,
  playground: FlaskConical,
  dashboard: ChartLine,
  portal: Store,
  subscriptions: Inbox,
  users: Users,
  settings: Settings,
};

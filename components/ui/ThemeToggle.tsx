'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useEffect, useState } from 'react';
import { DropdownMenu } from './DropdownMenu';
import { IconButton } from './IconButton';

const icons = { light: <Sun />, dark: <Moon />, system: <Monitor /> };
type Theme = keyof typeof icons;
const labels: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'As the system' };

/** Light, dark or as the system. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  // The server does not know the theme: its icon waits for the browser, so that both render the same at first.
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const current: Theme = mounted && (theme === 'light' || theme === 'dark') ? theme : 'system';
  return (
    <DropdownMenu
      trigger={<IconButton label="Theme">{icons[current]}</IconButton>}
      items={(['light', 'dark', 'system'] as const).map((each) => ({
        label: labels[each],
        icon: icons[each],
        onSelect: () => setTheme(each),
      }))}
    />
  );
}

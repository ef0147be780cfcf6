'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { DropdownMenu } from './DropdownMenu';
import { IconButton } from './IconButton';

const themes = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'system', label: 'As the system', Icon: Monitor },
];

/** Light, dark, or as the system. The icon follows the class on the root, so that it never flickers. */
export function ThemeToggle() {
  const { setTheme } = useTheme();
  return (
    <DropdownMenu
      trigger={
        <IconButton label="Theme">
          <Sun className="dark:hidden" aria-hidden />
          <Moon className="hidden dark:block" aria-hidden />
        </IconButton>
      }
      items={themes.map(({ value, label, Icon }) => ({
        label,
        icon: <Icon aria-hidden />,
        onSelect: () => setTheme(value),
      }))}
    />
  );
}

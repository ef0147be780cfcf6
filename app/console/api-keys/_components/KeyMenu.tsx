'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { type KeyLine, keyTitle } from './keyLines';

export type KeyTask = 'show' | 'edit' | 'delete';

/** What an editor can do with one key. */
export function KeyMenu(props: { apiKey: KeyLine; onSwitch: () => void; onAsk: (task: KeyTask) => void }) {
  const { apiKey, onAsk } = props;
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${keyTitle(apiKey)}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: apiKey.enabled ? 'Disable' : 'Enable', onSelect: props.onSwitch },
        { label: 'Show value', onSelect: () => onAsk('show') },
        { label: 'Edit', onSelect: () => onAsk('edit') },
        { kind: 'separator' },
        { label: 'Delete', danger: true, onSelect: () => onAsk('delete') },
      ]}
    />
  );
}

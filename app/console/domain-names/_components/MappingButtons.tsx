'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '@/components/ui/IconButton';
import { type MappingRow, shownBasePath } from './mappingRows';

export function MappingButtons(props: {
  row: MappingRow;
  onEdit: (row: MappingRow) => void;
  onDelete: (row: MappingRow) => void;
}) {
  const name = shownBasePath(props.row.basePath);
  return (
    <span className="flex">
      <IconButton label={`Edit base path ${name}`} className="size-7" onClick={() => props.onEdit(props.row)}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton
        label={`Delete base path ${name}`}
        className="size-7"
        onClick={() => props.onDelete(props.row)}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
}

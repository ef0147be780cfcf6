'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '@/components/ui/IconButton';
import type { RuleRow } from './ruleRows';

export function RuleButtons(props: {
  row: RuleRow;
  onEdit: (row: RuleRow) => void;
  onDelete: (row: RuleRow) => void;
}) {
  const { priority } = props.row.rule;
  return (
    <span className="flex">
      <IconButton
        label={`Edit routing rule ${priority}`}
        className="size-7"
        onClick={() => props.onEdit(props.row)}
      >
        <Pencil aria-hidden />
      </IconButton>
      <IconButton
        label={`Delete routing rule ${priority}`}
        className="size-7"
        onClick={() => props.onDelete(props.row)}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
}

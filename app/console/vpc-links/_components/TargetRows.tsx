'use client';

import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import type { LinkPartProps } from './VpcLinkForm';
import { type TargetDraft, targetField, withNewTarget } from './vpcLinkDraft';

/** One line a target; what the operation refused stands under its line. */
export function TargetRows({ draft, set, errorOf, editable }: LinkPartProps) {
  const { targets } = draft;
  const put = (id: number, text: string) =>
    set({ targets: targets.map((each) => (each.id === id ? { ...each, text } : each)) });
  const all = errorOf('targets');
  return (
    <div className="grid max-w-xl gap-2">
      {targets.map((target, index) => (
        <TargetRow
          key={target.id}
          target={target}
          position={index + 1}
          error={errorOf(targetField(draft, target))}
          removable={editable && targets.length > 1}
          onChange={(text) => put(target.id, text)}
          onRemove={() => set({ targets: targets.filter((each) => each.id !== target.id) })}
        />
      ))}
      {all && (
        <p role="alert" className="text-danger text-small">
          {all}
        </p>
      )}
      {editable && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => set({ targets: withNewTarget(targets) })}
        >
          <Plus aria-hidden /> Add target
        </Button>
      )}
    </div>
  );
}

function TargetRow(props: {
  target: TargetDraft;
  position: number;
  error: string | undefined;
  removable: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  const errorId = useId();
  const { target, error } = props;
  return (
    <div>
      <div className="flex items-center gap-1.5">
        <Input
          mono
          aria-label={`Target ${props.position}`}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? errorId : undefined}
          placeholder="10.0.0.7:8080"
          spellCheck={false}
          value={target.text}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {props.removable && (
          <IconButton label={`Remove target ${target.text || props.position}`} onClick={props.onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {error && (
        <p id={errorId} role="alert" className="mt-1 text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}

'use client';

import { cn } from '@/components/ui/cn';
import type { Blueprint } from '../../_components/blueprints/Blueprint';

/** One of them is chosen, as a radio group. */
export function BlueprintList(props: {
  blueprints: readonly Blueprint[];
  chosen: string;
  onChoose: (blueprint: Blueprint) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Blueprint</legend>
      <div className="divide-y rounded-md border border-line-strong">
        {props.blueprints.map((blueprint) => {
          const checked = blueprint.id === props.chosen;
          return (
            <label
              key={blueprint.id}
              className={cn(
                'flex cursor-pointer items-start gap-2.5 px-3 py-2 first:rounded-t-md last:rounded-b-md hover:bg-hover',
                'has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
                checked && 'bg-selected hover:bg-selected',
              )}
            >
              <input
                type="radio"
                name="blueprint"
                value={blueprint.id}
                checked={checked}
                onChange={() => props.onChoose(blueprint)}
                className="mt-1 accent-accent focus-visible:outline-none"
              />
              <span className="min-w-0">
                <span className="block font-medium">{blueprint.title}</span>
                <span className="block text-muted text-small">{blueprint.description}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

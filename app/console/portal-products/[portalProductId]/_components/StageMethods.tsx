'use client';

import { useEffect, useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { FormError } from '@/components/ui/FormError';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { faultText, useAction } from '@/components/ui/useAction';
import { stageMethods } from '../../actions';
import type { TreeProps } from './ApiTree';
import { type Endpoint, endpointKey } from './endpointKey';

/** The methods of one stage, to tick; those that the product has are ticked for good. */
export function StageMethods(props: TreeProps & { restApiId: string; stageName: string }) {
  const { restApiId, stageName, search, chosen, included, onToggle } = props;
  const { run, error } = useAction(stageMethods);
  const [methods, setMethods] = useState<Endpoint[]>();
  useEffect(() => {
    void run({ restApiId, stageName }).then(
      (found) => found && setMethods(found.map((each) => ({ restApiId, stageName, ...each }))),
    );
  }, [run, restApiId, stageName]);
  if (error)
    return (
      <li>
        <FormError>{faultText(error)}</FormError>
      </li>
    );
  if (!methods)
    return (
      <li className="py-1">
        <SkeletonRows rows={3} label={`Reading the methods of ${stageName}`} />
      </li>
    );
  const wanted = search.trim().toLowerCase();
  const shown = methods.filter(({ method, path }) => `${method} ${path}`.toLowerCase().includes(wanted));
  const free = shown.filter((each) => !included.has(endpointKey(each)));
  if (shown.length === 0)
    return (
      <li className="px-1 py-1 text-muted">
        {methods.length === 0 ? 'No methods.' : 'None has that in it.'}
      </li>
    );
  return (
    <>
      {free.length > 1 && (
        <li className="flex h-7 items-center px-1">
          <Checkbox
            label={<span className="text-muted">All {free.length.toLocaleString('en')}</span>}
            checked={free.every((each) => chosen.has(endpointKey(each)))}
            onChange={(event) => onToggle(free, event.target.checked)}
          />
        </li>
      )}
      {shown.map((endpoint) => {
        const key = endpointKey(endpoint);
        const isIncluded = included.has(key);
        return (
          <li key={key} className="flex min-h-7 items-center gap-2 px-1">
            <Checkbox
              label={
                <span className="flex min-w-0 items-center gap-2">
                  <MethodBadge method={endpoint.method} />
                  <span className="wrap-anywhere font-mono text-small">{endpoint.path}</span>
                </span>
              }
              checked={isIncluded || chosen.has(key)}
              disabled={isIncluded}
              onChange={(event) => onToggle([endpoint], event.target.checked)}
            />
            {isIncluded && <span className="text-muted text-small">in the product</span>}
          </li>
        );
      })}
    </>
  );
}

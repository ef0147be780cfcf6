'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/IconButton';
import { Select } from '@/components/ui/Select';
import { LimitFields } from './LimitFields';
import type { LimitTexts } from './stageDraft';

/** Limits of routes that differ from the others. */
export function RouteLimits(props: {
  routes: Record<string, LimitTexts>;
  routeKeys: string[];
  onChange: (routes: Record<string, LimitTexts>) => void;
  errorOf: (field: string) => string | undefined;
  readOnly: boolean;
}) {
  const { routes, onChange, readOnly } = props;
  const free = props.routeKeys.filter((routeKey) => !(routeKey in routes));
  const remove = (routeKey: string) =>
    onChange(Object.fromEntries(Object.entries(routes).filter(([key]) => key !== routeKey)));
  return (
    <>
      {Object.entries(routes).map(([routeKey, value]) => (
        <LimitFields
          key={routeKey}
          label={routeKey}
          path={`routeSettings.${routeKey}`}
          value={value}
          onChange={(next) => onChange({ ...routes, [routeKey]: next })}
          errorOf={props.errorOf}
          readOnly={readOnly}
        >
          {!readOnly && (
            <IconButton label={`Remove the limit of ${routeKey}`} onClick={() => remove(routeKey)}>
              <X aria-hidden />
            </IconButton>
          )}
        </LimitFields>
      ))}
      {!readOnly && free.length > 0 && (
        <Select
          aria-label="Another limit for a route"
          className="max-w-64"
          options={[
            { value: '', label: 'Another limit for a route' },
            ...free.map((value) => ({ value, label: value })),
          ]}
          value=""
          onChange={({ target }) =>
            target.value && onChange({ ...routes, [target.value]: { rate: '100', burst: '50' } })
          }
        />
      )}
    </>
  );
}

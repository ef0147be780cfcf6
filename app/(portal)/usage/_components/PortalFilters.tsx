'use client';

import { FilterSelect, filtersClass } from '@/components/usage/FilterSelect';
import { RangePicker } from '@/components/usage/RangePicker';
import type { DashboardFilterProps } from '@/components/usage/UsageDashboard';
import type { App } from '@/lib/model/portal';

export type UsageApp = Pick<App, 'id' | 'name'> & { keys: { id: string; name: string }[] };
export interface UsedApi {
  restApiId: string;
  name: string;
}

/** App, key, API and range; each lives in the address. */
export function PortalFilters(
  props: DashboardFilterProps & { apps: readonly UsageApp[]; apis: readonly UsedApi[] },
) {
  const { apps, search, change } = props;
  const chosen = apps.find((app) => app.id === search.get('app'));
  const keys = chosen
    ? chosen.keys.map(({ id, name }) => ({ value: id, label: name }))
    : apps.flatMap((app) => app.keys.map(({ id, name }) => ({ value: id, label: `${app.name} · ${name}` })));
  return (
    <div className={filtersClass}>
      <FilterSelect
        label="App"
        all="All apps"
        value={search.get('app') ?? ''}
        options={apps.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(app) => change({ app, key: '' })}
      />
      <FilterSelect
        label="Key"
        all="All keys"
        value={search.get('key') ?? ''}
        options={keys}
        onChange={(key) => change({ key })}
      />
      <FilterSelect
        label="API"
        all="All APIs"
        value={search.get('api') ?? ''}
        options={props.apis.map(({ restApiId, name }) => ({ value: restApiId, label: name }))}
        onChange={(api) => change({ api })}
      />
      <RangePicker search={search} shown={props.shown} live={props.live} onChange={change} />
    </div>
  );
}

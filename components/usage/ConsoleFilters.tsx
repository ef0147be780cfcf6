'use client';

import type { DashboardApi } from './ConsoleDashboard';
import { FilterSelect, filtersClass } from './FilterSelect';
import { RangePicker } from './RangePicker';
import { stageChoices } from './stageChoices';
import type { DashboardFilterProps } from './UsageDashboard';

/** API (unless the page is one's), stage and range; each lives in the address. */
export function ConsoleFilters(
  props: DashboardFilterProps & { apis: readonly DashboardApi[]; restApiId?: string },
) {
  const { apis, search, change } = props;
  const chosen = apis.find((api) => api.id === search.get('api'));
  return (
    <div className={filtersClass}>
      {props.restApiId === undefined && (
        <FilterSelect
          label="API"
          all="All APIs"
          value={search.get('api') ?? ''}
          options={apis.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(api) => change({ api, stage: '' })}
        />
      )}
      <FilterSelect
        label="Stage"
        all="All stages"
        value={search.get('stage') ?? ''}
        options={stageChoices(chosen ? [chosen] : apis)}
        onChange={(stage) => change({ stage })}
      />
      <RangePicker search={search} shown={props.shown} live={props.live} onChange={change} />
    </div>
  );
}

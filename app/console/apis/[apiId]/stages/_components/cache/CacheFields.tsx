import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { cacheClusterSizes } from '@/lib/model/stage';
import { everyMethod } from '../throttleDraft';
import { type CacheDraft, ttlField } from './cacheDraft';
import { strategyOptions } from './strategyWords';

const sizes = cacheClusterSizes.map((size) => ({ value: size, label: `${size} GB` }));

/** Size and defaults of a cache that is on. */
export function CacheFields(props: {
  draft: CacheDraft;
  set: (change: Partial<CacheDraft>) => void;
  editable: boolean;
  errorOf: (field: string) => string | undefined;
}) {
  const { draft, set, errorOf } = props;
  const disabled = !props.editable;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Size"
          help="The most that this stage's answers may take of the machine's memory; all caches together stay within GATEHOUSE_CACHE_MEGABYTES, 256 unless it is set. The answers that were asked for least recently go first."
          error={errorOf('cacheClusterSize')}
        >
          <Select
            value={draft.cacheClusterSize}
            disabled={disabled}
            options={sizes}
            onChange={(event) => set({ cacheClusterSize: event.target.value })}
          />
        </Field>
        <Field
          label="Time to live in seconds"
          help="0 to 3600. At 0 a method is not cached. An answer of more than 1 MB never is."
          error={errorOf(ttlField(everyMethod))}
        >
          <Input
            inputMode="numeric"
            value={draft.cacheTtlInSeconds}
            readOnly={disabled}
            onChange={(event) => set({ cacheTtlInSeconds: event.target.value })}
          />
        </Field>
      </div>
      <Field
        label="Cache every GET method"
        help="Methods with an entry of their own below do as that says, other verbs only then."
        inline
      >
        <Switch
          checked={draft.cachingEnabled}
          disabled={disabled}
          onCheckedChange={(cachingEnabled) => set({ cachingEnabled })}
        />
      </Field>
      <Field
        label="Invalidation needs authorization"
        help="A caller with the right to execute-api:InvalidateCache has an answer replaced by sending Cache-Control: max-age=0. Off, any caller has."
        inline
      >
        <Switch
          checked={draft.requireAuthorization}
          disabled={disabled}
          onCheckedChange={(requireAuthorization) => set({ requireAuthorization })}
        />
      </Field>
      {draft.requireAuthorization && (
        <Field label="Callers without that right" className="sm:max-w-md">
          <Select
            value={draft.strategy}
            disabled={disabled}
            options={strategyOptions}
            onChange={(event) => set({ strategy: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

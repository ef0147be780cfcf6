import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { CachingDraft } from './cacheDraft';
import { strategyOptions } from './strategyWords';

const inherited = { value: '', label: "The stage's" };
const onOff = (on: string, off: string) => [
  inherited,
  { value: 'on', label: on },
  { value: 'off', label: off },
];
const choiceOf = (value: string) => (value === 'on' || value === 'off' ? value : '');

/** The members of one method's entry; each may be left to the stage. */
export function MethodCachingFields(props: {
  draft: CachingDraft;
  set: (change: Partial<CachingDraft>) => void;
  httpMethod: string;
  ttlError: string | undefined;
}) {
  const { draft, set } = props;
  return (
    <>
      <Field
        label="Answers"
        help={
          props.httpMethod === 'GET'
            ? undefined
            : `The stage caches GET only: ${props.httpMethod} is cached when it is said here.`
        }
      >
        <Select
          value={draft.cachingEnabled}
          options={onOff('Cached', 'Not cached')}
          onChange={(event) => set({ cachingEnabled: choiceOf(event.target.value) })}
        />
      </Field>
      <Field label="Time to live in seconds" help="0 to 3600; empty: the stage's." error={props.ttlError}>
        <Input
          inputMode="numeric"
          value={draft.cacheTtlInSeconds}
          onChange={(event) => set({ cacheTtlInSeconds: event.target.value })}
        />
      </Field>
      <Field label="Invalidation by Cache-Control: max-age=0">
        <Select
          value={draft.requireAuthorization}
          options={onOff('Needs authorization', 'Open to every caller')}
          onChange={(event) => set({ requireAuthorization: choiceOf(event.target.value) })}
        />
      </Field>
      <Field label="Callers without authorization">
        <Select
          value={draft.strategy}
          options={[inherited, ...strategyOptions]}
          onChange={(event) => set({ strategy: event.target.value })}
        />
      </Field>
    </>
  );
}

'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import type { AuthorizerPartProps } from './AuthorizerFields';

/** How long a function's policy holds for the same identity. */
export function CachingFields({ draft, set, errorOf, readOnly }: AuthorizerPartProps) {
  return (
    <div className="grid gap-4">
      <Field
        inline
        label="Keep results"
        help="The policy is kept for the same identity and asked anew for each method: it should cover all that the caller may call."
      >
        <Switch checked={draft.cached} disabled={readOnly} onCheckedChange={(cached) => set({ cached })} />
      </Field>
      {draft.cached && (
        <Field
          label="Time to live in seconds"
          help="1 to 3600."
          error={errorOf('authorizerResultTtlInSeconds')}
        >
          <Input
            inputMode="numeric"
            className="max-w-36"
            value={draft.ttl}
            readOnly={readOnly}
            onChange={(event) => set({ ttl: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

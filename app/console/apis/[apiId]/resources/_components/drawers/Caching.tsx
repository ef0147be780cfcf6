'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { Method } from '@/lib/model/method';
import type { IntegrationRequestValue } from './boxValues';
import { callerKeys, withCacheKey } from './cacheKeys';

/** What tells cached answers apart on the caller's side, and which methods share them. */
export function Caching(props: DraftForm<IntegrationRequestValue> & { method: Method }) {
  const { value, set, errorOf, readOnly, method } = props;
  const { cacheKeyParameters: keys = [], requestParameters } = value;
  const declared = Object.keys(method.requestParameters);
  const shown = callerKeys(keys, declared, requestParameters);
  return (
    <FormPart
      title="Caching"
      help="Where a stage caches this method, calls that differ in what is marked have answers of their own. Resource and verb always count, a path parameter only when it is marked."
      error={errorOf('cacheKeyParameters')}
    >
      {shown.length === 0 ? (
        <p className="text-muted text-small">The method request declares no parameter.</p>
      ) : (
        <div className="grid gap-1.5">
          {shown.map((key) => (
            <Checkbox
              key={key}
              label={
                <>
                  <code className="break-all font-mono text-small">{key}</code>
                  {!declared.includes(key) && <span className="text-muted text-small"> not declared</span>}
                </>
              }
              checked={keys.includes(key)}
              disabled={readOnly}
              onChange={({ target }) =>
                set({ ...value, cacheKeyParameters: withCacheKey(keys, key, target.checked) })
              }
            />
          ))}
        </div>
      )}
      <Field
        label="Cache namespace"
        help="Methods with the same namespace share cached answers. Empty: this resource’s own."
        error={errorOf('cacheNamespace')}
      >
        <Input
          mono
          className="max-w-72"
          value={value.cacheNamespace ?? ''}
          readOnly={readOnly}
          onChange={(event) => set({ ...value, cacheNamespace: event.target.value || undefined })}
        />
      </Field>
    </FormPart>
  );
}

'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { MappingRows } from '@/components/console/drafts/MappingRows';
import { Checkbox } from '@/components/ui/Checkbox';
import type { Method } from '@/lib/model/method';
import type { IntegrationRequestValue } from './boxValues';
import { keysAfterMapping, withCacheKey } from './cacheKeys';

const contextExpressions = ['context.requestId', 'context.identity.sourceIp', 'context.stage'];

/** What the backend gets and from what; each may be part of the cache key. */
export function RequestMappings(props: DraftForm<IntegrationRequestValue> & { method: Method }) {
  const { value, set, errorOf, readOnly, method } = props;
  const { requestParameters, cacheKeyParameters = [] } = value;
  const expressions = [
    ...Object.keys(method.requestParameters),
    'method.request.body',
    ...contextExpressions,
  ];
  const change = (next: Record<string, string>) => {
    const keys = keysAfterMapping(cacheKeyParameters, requestParameters, next);
    set({
      ...value,
      requestParameters: next,
      ...(value.cacheKeyParameters && { cacheKeyParameters: keys }),
    });
  };
  return (
    <FormPart
      title="Parameter mappings"
      help="What the backend gets, from a parameter that the method request declares, a stage variable, the context, or 'text' in quotes."
      error={errorOf('requestParameters')}
    >
      <MappingRows
        prefix="integration.request"
        locations={['path', 'querystring', 'header']}
        record={requestParameters}
        onChange={change}
        noun="mapping"
        expressions={expressions}
        renderMark={(key, label) => (
          <Checkbox
            label="Caching"
            aria-label={`${label} is part of the cache key`}
            checked={cacheKeyParameters.includes(key)}
            disabled={readOnly || !Object.hasOwn(requestParameters, key)}
            onChange={({ target }) =>
              set({ ...value, cacheKeyParameters: withCacheKey(cacheKeyParameters, key, target.checked) })
            }
          />
        )}
        errorOf={(key) => errorOf(`requestParameters.${key}`)}
        readOnly={readOnly}
      />
    </FormPart>
  );
}

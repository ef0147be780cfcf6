'use client';

import { useState } from 'react';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { ParameterRows } from '@/components/console/drafts/ParameterRows';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { MethodRequestValue } from './boxValues';

/** Path parameters of the resource that the method does not declare. */
const undeclared = (path: string, { requestParameters }: MethodRequestValue) =>
  pathParameterNames(path).filter((name) => !Object.hasOwn(requestParameters, `method.request.path.${name}`));

/** The parameters that a method declares; those of its path are offered. */
export function DeclaredParameters(props: DraftForm<MethodRequestValue> & { path: string }) {
  const { value, set, errorOf, readOnly, path } = props;
  const missing = undeclared(path, value);
  // The rows keep what is being typed; entries made elsewhere begin them anew.
  const [generation, setGeneration] = useState(0);
  const declare = () => {
    setGeneration(generation + 1);
    const added = Object.fromEntries(missing.map((name) => [`method.request.path.${name}`, true]));
    set({ ...value, requestParameters: { ...value.requestParameters, ...added } });
  };
  return (
    <>
      <ParameterRows
        key={generation}
        prefix="method.request"
        locations={['querystring', 'header', 'path']}
        record={value.requestParameters}
        onChange={(requestParameters) => set({ ...value, requestParameters })}
        blank={false}
        noun="parameter"
        renderValue={(required, setRequired, label) => (
          <Checkbox
            label="Required"
            aria-label={`${label} is required`}
            checked={required}
            disabled={readOnly}
            onChange={(event) => setRequired(event.target.checked)}
          />
        )}
        errorOf={(key) => errorOf(`requestParameters.${key}`)}
        readOnly={readOnly}
      />
      {missing.length > 0 && !readOnly && (
        <p className="text-muted text-small">
          Not declared: <span className="font-mono">{missing.join(', ')}</span> of the path.{' '}
          <Button size="sm" variant="ghost" className="text-accent-ink" onClick={declare}>
            Declare
          </Button>
        </p>
      )}
    </>
  );
}

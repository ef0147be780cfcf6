'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { httpMethods } from '@/lib/model/httpMethod';
import type { Resource } from '@/lib/model/restApi';
import { enableCors } from '../../actions';
import { methodsOf } from '../tree/treeRows';
import { toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';

const fields = ['allowOrigin', 'allowHeaders', 'allowMethods'];
const verbs = httpMethods.filter((verb) => verb !== 'ANY');
const defaultHeaders = 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token';

/** AWS's "Enable CORS": an OPTIONS mock, and the origin's header on the other methods' 200. */
export function EnableCorsDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { restApiId } = useWorkspace();
  const { go } = usePlace();
  const action = useAction(enableCors, { fields });
  const [allowOrigin, setAllowOrigin] = useState('*');
  const [allowHeaders, setAllowHeaders] = useState(defaultHeaders);
  const [allowMethods, setAllowMethods] = useState(() => initialMethods(resource));
  const toggle = (verb: string) =>
    setAllowMethods(verbs.filter((each) => (each === verb) !== allowMethods.includes(each)));
  const enable = async () => {
    const input = { restApiId, resourceId: resource.id, allowOrigin, allowHeaders, allowMethods };
    if (!(await action.run(input))) return;
    toast.success(`CORS enabled on ${resource.path}`);
    onClose();
    go(toPlace(resource.id));
  };
  return (
    <FormDialog
      title={`Enable CORS on ${resource.path}`}
      submit="Enable CORS"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={enable}
    >
      <p className="text-muted">
        {resource.resourceMethods.OPTIONS
          ? 'Replaces the OPTIONS method of this resource by a mock that answers preflight requests. '
          : 'Adds an OPTIONS mock that answers preflight requests. '}
        Other methods send Access-Control-Allow-Origin with their 200; behind an HTTP_PROXY the backend must
        send it.
      </p>
      <Field label="Access-Control-Allow-Origin" error={action.errorOf('allowOrigin')}>
        <Input mono autoFocus value={allowOrigin} onChange={(event) => setAllowOrigin(event.target.value)} />
      </Field>
      <Field label="Access-Control-Allow-Headers" error={action.errorOf('allowHeaders')}>
        <Input mono value={allowHeaders} onChange={(event) => setAllowHeaders(event.target.value)} />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">Access-Control-Allow-Methods</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {verbs.map((verb) => (
            <Checkbox
              key={verb}
              label={<span className="font-mono text-small">{verb}</span>}
              checked={allowMethods.includes(verb)}
              onChange={() => toggle(verb)}
            />
          ))}
        </div>
        {action.errorOf('allowMethods') && (
          <p role="alert" className="mt-1 text-danger text-small">
            {action.errorOf('allowMethods')}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
}

/** The resource's own verbs and OPTIONS; all of them behind ANY. */
function initialMethods(resource: Resource): string[] {
  const own = methodsOf(resource).map(({ httpMethod }) => httpMethod);
  return own.includes('ANY') ? verbs : verbs.filter((verb) => verb === 'OPTIONS' || own.includes(verb));
}

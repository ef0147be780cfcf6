'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { toast } from '@/components/ui/Toaster';
import { type ActionResult, useAction } from '@/components/ui/useAction';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { type Box, boxTitles } from '../diagram/boxes';
import { usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';

interface MethodKey {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

interface BoxDrawerProps<Value> {
  box: Box;
  resource: Resource;
  method: Method;
  initial: Value;
  shape: z.ZodType<Value>;
  action: (input: MethodKey & { value: Value }) => Promise<ActionResult<unknown>>;
  /** fields whose errors the form shows at their place */
  shows: (value: Value) => (field: string) => boolean;
  children: (form: DraftForm<Value>) => ReactNode;
}

/** The drawer of a method's box; it is open as long as the address names it. */
export function BoxDrawer<Value>(props: BoxDrawerProps<Value>) {
  const { box, resource, method } = props;
  const { restApiId, editable } = useWorkspace();
  const { go } = usePlace();
  const { run, pending, error } = useAction(props.action);
  const title = boxTitles[box];
  const { httpMethod } = method;
  const save = async (value: Value) => {
    const saved = await run({ restApiId, resourceId: resource.id, httpMethod, value });
    if (saved) toast.success(`${title} of ${httpMethod} ${resource.path} saved`);
    return Boolean(saved);
  };
  return (
    <DraftDrawer
      title={title}
      description={
        <span className="font-mono text-small">
          {httpMethod} {resource.path}
        </span>
      }
      initial={props.initial}
      shape={props.shape}
      save={save}
      pending={pending}
      error={error}
      onClose={() => go({ drawer: null }, 'replace')}
      editable={editable}
      shows={props.shows}
    >
      {props.children}
    </DraftDrawer>
  );
}

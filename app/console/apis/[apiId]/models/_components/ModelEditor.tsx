'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { FormError } from '@/components/ui/FormError';
import { leaving } from '@/components/ui/leaving';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import type { ApiModel } from '@/lib/model/restApi';
import { ModelFields } from './ModelFields';
import { ModelHeader } from './ModelHeader';
import { modelHref } from './modelHref';
import { useModelForm } from './useModelForm';

/** A model's page: its fields and schema at the left, what follows from them (`children`) at the right. */
export function ModelEditor(props: {
  restApiId: string;
  /** absent: a new one is made */
  model?: ApiModel;
  editable: boolean;
  children?: ReactNode;
}) {
  const { restApiId, model, editable } = props;
  const router = useRouter();
  const form = useModelForm(restApiId, model);
  const save = () => void (editable && form.save());
  useSaveShortcut(save, editable);
  return (
    <div className="grid content-start gap-4 p-5">
      <ModelHeader restApiId={restApiId} model={model} editable={editable} />
      <div
        className={cn(
          'grid gap-x-8 gap-y-6',
          props.children ? 'xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : 'max-w-4xl',
        )}
      >
        <div className="grid min-w-0 content-start gap-4">
          <FormError>{form.rest}</FormError>
          <ModelFields restApiId={restApiId} form={form} isNew={!model} readOnly={!editable} />
          {editable && (
            <div className="flex flex-wrap items-center gap-2">
              <Button
                variant="primary"
                busy={form.pending}
                disabled={!form.dirty || Boolean(form.problem)}
                onClick={save}
                aria-keyshortcuts="Control+S"
              >
                {model ? 'Save model' : 'Create model'}
              </Button>
              {!model && (
                <Button onClick={() => leaving.leave(() => router.push(modelsOf(restApiId)))}>Cancel</Button>
              )}
              {model && form.dirty && (
                <span className="text-muted text-small">
                  Example and template follow when the schema is saved.
                </span>
              )}
            </div>
          )}
        </div>
        {props.children}
      </div>
    </div>
  );
}

const modelsOf = (restApiId: string) => modelHref(restApiId).replace(/\?.*$/, '');

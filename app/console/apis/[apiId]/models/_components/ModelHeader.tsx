'use client';

import { ChevronLeft, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { leaving } from '@/components/ui/leaving';
import type { ApiModel } from '@/lib/model/restApi';
import { modelReference } from './modelDraft';
import { useModelDeletion } from './useModelDeletion';

/** The way back to the list, the model's name and how others refer to it, and its end. */
export function ModelHeader(props: { restApiId: string; model?: ApiModel; editable: boolean }) {
  const { restApiId, model, editable } = props;
  return (
    <header className="grid gap-1">
      <Link
        href={`/console/apis/${restApiId}/models`}
        className="-ml-1 inline-flex items-center justify-self-start text-muted hover:text-ink"
      >
        <ChevronLeft className="size-4" aria-hidden />
        Models
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="min-w-0 break-all font-semibold text-[15px]">{model?.name ?? 'New model'}</h2>
        {model && (
          <span className="flex min-w-0 items-center text-muted text-small">
            Reference
            <CopyButton value={modelReference(restApiId, model.name)} what="reference" />
          </span>
        )}
        {model && editable && <DeleteButton restApiId={restApiId} name={model.name} />}
      </div>
    </header>
  );
}

function DeleteButton({ restApiId, name }: { restApiId: string; name: string }) {
  const router = useRouter();
  const { remove, pending } = useModelDeletion(restApiId, () =>
    router.push(`/console/apis/${restApiId}/models`),
  );
  return (
    <Button
      variant="danger"
      size="sm"
      className="ml-auto"
      busy={pending}
      onClick={() => leaving.leave(() => void remove(name))}
    >
      <Trash2 aria-hidden />
      Delete model
    </Button>
  );
}

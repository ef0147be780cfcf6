'use client';

import { useRouter } from 'next/navigation';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { publishVersion } from '../../actions';
import type { StageDocumentation } from './stageDocumentation';

/** Shows a version on a stage, or with null none; the toast brings the one before back. */
export function usePublish(restApiId: string) {
  const router = useRouter();
  const action = useAction(publishVersion, { announce: true });
  const put = async (stageName: string, documentationVersion: string | null) => {
    const done = await action.run({ restApiId, stageName, documentationVersion });
    if (done) router.refresh();
    return done !== undefined;
  };
  const publish = async (stage: StageDocumentation, version: string | null) => {
    const { stageName } = stage;
    const before = stage.documentationVersion ?? null;
    if (!(await put(stageName, version))) return;
    const words = version === null ? `${stageName} shows no version` : `${stageName} shows ${version}`;
    undoToast(words, () => void put(stageName, before));
  };
  return { publish, pending: action.pending };
}

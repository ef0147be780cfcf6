import type { StageDetailProps } from '../StageDetail';
import { CacheFigures } from './CacheFigures';
import { CacheForm } from './CacheForm';
import { FlushAuthorizersCache } from './FlushAuthorizersCache';
import { FlushCache } from './FlushCache';
import { MethodCaching } from './MethodCaching';

/** Whether the stage keeps answers, which ones and how long, what that brought, and how to empty it. */
export function CacheTab({ stage, methods, editable }: StageDetailProps) {
  return (
    <>
      <CacheForm
        key={JSON.stringify([stage.cacheClusterEnabled, stage.cacheClusterSize, stage.methodSettings])}
        stage={stage}
        editable={editable}
      />
      {stage.cacheClusterEnabled && (
        <>
          <CacheFigures restApiId={stage.restApiId} stageName={stage.stageName} />
          {editable && <FlushCache restApiId={stage.restApiId} stageName={stage.stageName} />}
          <MethodCaching stage={stage} methods={methods} editable={editable} />
        </>
      )}
      {editable && <FlushAuthorizersCache restApiId={stage.restApiId} stageName={stage.stageName} />}
    </>
  );
}

import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { invokeUrl } from '../invokeUrl';
import { CorsForm } from './_components/CorsForm';
import { PreflightLine } from './_components/PreflightLine';

export const metadata: Metadata = { title: 'CORS' };

export default async function CorsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findHttpApi(apiId);
  const stages = await control().apis.stages.list(actor, apiId);
  const cors = api.corsConfiguration;
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-5">
      <Section
        title="CORS"
        description="Which pages of other origins may call this API from a browser; a change is in force at once, without a deployment. Before a call that is not simple, a browser asks with OPTIONS (a preflight) whether it may. With a configuration the gateway answers preflights itself, without a route, an authorizer or a backend, and replaces the CORS headers of backends by its own. Without one, OPTIONS goes to your routes."
      >
        <CorsForm key={JSON.stringify(cors)} apiId={apiId} cors={cors} editable={canEdit(actor)} />
      </Section>
      {stages.length > 0 && (
        <Section
          title="Try a preflight"
          description="Asks as a browser does. Where the origin is allowed, the answer carries Access-Control-Allow-Origin; where it is not, none of these headers."
        >
          <PreflightLine
            origin={cors?.allowOrigins?.find((origin) => !origin.includes('*'))}
            method={cors?.allowMethods?.find((method) => method !== '*')}
            header={cors?.allowHeaders?.find((header) => header !== '*')}
            urls={stages.map(({ stageName }) => ({ stageName, url: invokeUrl(api, stageName) }))}
          />
        </Section>
      )}
    </div>
  );
}

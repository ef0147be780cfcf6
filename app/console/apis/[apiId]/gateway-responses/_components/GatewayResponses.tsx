'use client';

import { Globe } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { useUrlState } from '@/components/ui/useUrlState';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';
import { CorsOnErrorsDialog } from './CorsOnErrorsDialog';
import { GatewayResponseDrawer } from './GatewayResponseDrawer';
import { gatewayResponseColumns } from './gatewayResponseColumns';

/** What the gateway answers itself, type by type; `?response=TYPE` opens one, `?cors=1` the dialog for all. */
export function GatewayResponses(props: {
  restApiId: string;
  states: GatewayResponseState[];
  editable: boolean;
}) {
  const { restApiId, states, editable } = props;
  const [open, setOpen] = useUrlState('response');
  const [cors, setCors] = useUrlState('cors');
  const state = states.find(({ responseType }) => responseType === open);
  return (
    <div className="grid content-start gap-4 p-5">
      <p className="max-w-[80ch] text-muted">
        What a caller gets when the gateway itself refuses or fails. A type that is not customised has what
        DEFAULT_4XX or DEFAULT_5XX say, and the built-in answer where they say nothing.
      </p>
      <DataTable
        label="Gateway responses"
        rows={states}
        columns={gatewayResponseColumns}
        rowKey={({ responseType }) => responseType}
        rowHref={({ responseType }) =>
          `/console/apis/${restApiId}/gateway-responses?response=${responseType}`
        }
        actions={
          editable && (
            <Button onClick={() => setCors('1')}>
              <Globe aria-hidden />
              CORS on gateway errors
            </Button>
          )
        }
        empty={null}
      />
      {state && (
        <GatewayResponseDrawer
          key={state.responseType}
          restApiId={restApiId}
          state={state}
          editable={editable}
          onClose={() => setOpen('')}
        />
      )}
      {editable && cors && (
        <CorsOnErrorsDialog restApiId={restApiId} states={states} onClose={() => setCors('')} />
      )}
    </div>
  );
}

'use client';

import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { Button } from '@/components/ui/Button';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';
import { putGatewayResponse, resetGatewayResponse } from '../actions';
import { GatewayResponseForm } from './GatewayResponseForm';
import {
  type GatewayResponseValue,
  gatewayResponseShape,
  gatewayResponseShows,
  gatewayResponseValue,
} from './gatewayResponseShape';
import { originWords, whenWords } from './gatewayResponseWords';

interface Props {
  restApiId: string;
  state: GatewayResponseState;
  editable: boolean;
  onClose: () => void;
}

/** One type: saving customises it, a reset takes that back. */
export function GatewayResponseDrawer({ restApiId, state, editable, onClose }: Props) {
  const { responseType } = state;
  const { run, pending, error } = useAction(putGatewayResponse);
  const reset = useReset(restApiId, state, onClose);
  const save = async (value: GatewayResponseValue) => {
    const saved = await run({ restApiId, responseType, value });
    if (saved) toast.success(`${responseType} customised`);
    return Boolean(saved);
  };
  return (
    <DraftDrawer
      title={responseType}
      description={`${whenWords[responseType]}. ${originWords(state)}.`}
      initial={gatewayResponseValue(state)}
      shape={gatewayResponseShape}
      save={save}
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={gatewayResponseShows}
      actions={
        !state.defaultResponse && (
          <Button variant="danger" busy={reset.pending} onClick={() => void reset.run()}>
            Reset to default
          </Button>
        )
      }
    >
      {(form) => <GatewayResponseForm {...form} responseType={responseType} />}
    </DraftDrawer>
  );
}

/** Back to what the type inherits or is built with; the toast brings the customised answer back. */
function useReset(restApiId: string, state: GatewayResponseState, onDone: () => void) {
  const deletion = useAction(resetGatewayResponse, { announce: true });
  const restoration = useAction(putGatewayResponse, { announce: true });
  const { responseType } = state;
  const run = async () => {
    if (!(await deletion.run({ restApiId, responseType }))) return;
    onDone();
    const value = gatewayResponseValue(state);
    undoToast(
      `${responseType} is the default again`,
      () => void restoration.run({ restApiId, responseType, value }),
    );
  };
  return { run, pending: deletion.pending };
}

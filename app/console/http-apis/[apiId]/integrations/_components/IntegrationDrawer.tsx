'use client';

import { useRouter } from 'next/navigation';
import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { type BackendChoices, HttpIntegrationFields } from '@/components/console/v2/HttpIntegrationFields';
import { integrationOfKind } from '@/components/console/v2/httpIntegrationKinds';
import { integrationInputOf } from '@/components/console/v2/integrationUpdate';
import { isIntegrationField } from '@/components/console/v2/isIntegrationField';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { type IntegrationInput, integrationInput } from '@/lib/model/v2/integration';
import { saveIntegration } from '../actions';
import type { IntegrationLine } from './Integrations';

/** One integration; without `line` a new one. */
export function IntegrationDrawer(props: {
  apiId: string;
  line: IntegrationLine | undefined;
  choices: BackendChoices;
  editable: boolean;
  onClose: () => void;
}) {
  const { apiId, line } = props;
  const router = useRouter();
  const action = useAction(saveIntegration);
  const save = async (input: IntegrationInput) => {
    const integrationId = line?.integration.integrationId;
    if (!(await action.run({ apiId, input, ...(integrationId && { integrationId }) }))) return false;
    toast(line ? 'Integration saved' : 'Integration created');
    router.refresh();
    return true;
  };
  return (
    <DraftDrawer
      title={line ? `Integration ${line.integration.integrationId}` : 'Create integration'}
      description={line && line.routeKeys.length > 0 ? `Of ${line.routeKeys.join(', ')}` : 'Of no route yet'}
      initial={line ? integrationInputOf(line.integration) : integrationOfKind('HTTP', {})}
      shape={integrationInput}
      save={save}
      pending={action.pending}
      error={action.error}
      onClose={props.onClose}
      editable={props.editable}
      shows={() => isIntegrationField}
    >
      {(form) => <HttpIntegrationFields {...form} choices={props.choices} />}
    </DraftDrawer>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import { saveAuthorizer } from '../actions';
import { AuthorizerFields } from './AuthorizerFields';
import type { AuthorizerLine } from './Authorizers';
import { authorizerDraft, draftOfAuthorizer, inputOfAuthorizer } from './authorizerDraft';

const shown = new Set([
  'name',
  'identitySource',
  'authorizerUri',
  'authorizerPayloadFormatVersion',
  'enableSimpleResponses',
  'authorizerResultTtlInSeconds',
  'jwtConfiguration.issuer',
  'jwtConfiguration.audience',
]);

/** One authorizer; without `line` a new one. */
export function AuthorizerDrawer(props: {
  apiId: string;
  line: AuthorizerLine | undefined;
  functions: FunctionChoice[];
  editable: boolean;
  onClose: () => void;
}) {
  const { apiId, line } = props;
  const router = useRouter();
  const action = useAction(saveAuthorizer);
  const save = async (draft: AuthorizerInput) => {
    const authorizerId = line?.authorizer.authorizerId;
    const input = inputOfAuthorizer(draft);
    const saved = await action.run({ apiId, input, ...(authorizerId && { authorizerId }) });
    if (!saved) return false;
    toast(`Authorizer ${saved.name} ${line ? 'saved' : 'created'}`);
    router.refresh();
    return true;
  };
  return (
    <DraftDrawer
      title={line ? `Authorizer ${line.authorizer.name}` : 'Create authorizer'}
      description={
        line && line.routeKeys.length > 0 ? `Guards ${line.routeKeys.join(', ')}` : 'Guards no route yet'
      }
      initial={draftOfAuthorizer(line?.authorizer)}
      shape={authorizerDraft}
      save={save}
      pending={action.pending}
      error={action.error}
      onClose={props.onClose}
      editable={props.editable}
      shows={() => (field) => shown.has(field)}
    >
      {(form) => <AuthorizerFields form={form} isNew={!line} functions={props.functions} />}
    </DraftDrawer>
  );
}

'use client';

import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { shownIn } from '@/components/console/drafts/DraftForm';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import { useAction } from '@/components/ui/useAction';
import { type Authorizer, type AuthorizerInput, authorizerInput } from '@/lib/model/v2/authorizer';
import { saveAuthorizer } from '../actions';

const blank: AuthorizerInput = { name: '', authorizerType: 'REQUEST', identitySource: [] };
const isShown = shownIn(['name', 'authorizerUri', 'identitySource'], {});

/** The function that is asked, and what must be there before it is; a new authorizer when none is given. */
export function AuthorizerDrawer(props: {
  apiId: string;
  authorizer?: Authorizer;
  functions: FunctionChoice[];
  editable: boolean;
  onClose: () => void;
}) {
  const { apiId, authorizer, editable, onClose } = props;
  const { run, pending, error } = useAction(saveAuthorizer);
  const id = authorizer?.authorizerId;
  const save = async (value: AuthorizerInput) => {
    const identitySource = (value.identitySource ?? []).map((each) => each.trim()).filter(Boolean);
    const input = { ...value, identitySource };
    return Boolean(await run({ apiId, ...(id && { authorizerId: id }), authorizer: input }));
  };
  return (
    <DraftDrawer
      title={authorizer ? `Authorizer ${authorizer.name}` : 'New authorizer'}
      description="A change takes effect with the next deployment, for new connections."
      initial={authorizer ? authorizerInput.parse(authorizer) : blank}
      shape={authorizerInput}
      save={save}
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={() => isShown}
    >
      {({ value, set, errorOf, readOnly }) => {
        const uriError = errorOf('authorizerUri');
        return (
          <>
            <Field label="Name" required error={errorOf('name')}>
              <Input
                value={value.name}
                readOnly={readOnly}
                onChange={({ target }) => set({ ...value, name: target.value })}
              />
            </Field>
            <FunctionPicker
              functions={props.functions}
              uri={value.authorizerUri ?? ''}
              onChange={(authorizerUri) => set({ ...value, authorizerUri })}
              {...(uriError && { error: uriError })}
              byRole={Boolean(value.authorizerCredentialsArn)}
              readOnly={readOnly}
            />
            <Field
              label="Identity sources"
              help="One a line, e.g. route.request.querystring.token or route.request.header.Authorization. A client that lacks one gets 401, and the function is not asked."
              error={errorOf('identitySource')}
            >
              <Textarea
                mono
                spellCheck={false}
                value={(value.identitySource ?? []).join('\n')}
                readOnly={readOnly}
                onChange={({ target }) => set({ ...value, identitySource: target.value.split('\n') })}
              />
            </Field>
          </>
        );
      }}
    </DraftDrawer>
  );
}

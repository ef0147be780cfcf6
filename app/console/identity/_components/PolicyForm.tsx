'use client';

import { useRouter } from 'next/navigation';
import { PolicyEditor } from '@/components/console/policy/PolicyEditor';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { leaving } from '@/components/ui/leaving';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { ApiOfTemplates } from './ApiOfTemplates';
import { identityHref } from './identityHref';
import { type StoredPolicy, usePolicyForm } from './usePolicyForm';
import { useTemplates } from './useTemplates';

export interface TemplateApi {
  id: string;
  name: string;
  stageNames: string[];
}

/** Makes or changes an inline policy (`userName`) or a managed one. */
export function PolicyForm(props: {
  userName?: string;
  /** absent: a new one */
  policy?: StoredPolicy;
  /** names that a new policy cannot have */
  taken?: readonly string[];
  /** what inserted statements can be about */
  apis: readonly TemplateApi[];
}) {
  const { userName, policy, apis } = props;
  const router = useRouter();
  const form = usePolicyForm(props);
  const templates = useTemplates(apis);
  const save = () => void form.save();
  useSaveShortcut(save, true);
  const back = userName === undefined ? identityHref.policies : identityHref.user(userName);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FormError>{form.rest}</FormError>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {!policy && (
          <Field label="Name" required help="It stays." error={form.errorOf('policyName')}>
            <Input
              autoFocus
              mono
              spellCheck={false}
              value={form.draft.policyName}
              onChange={(event) => form.set({ policyName: event.target.value })}
            />
          </Field>
        )}
        {userName === undefined && (
          <Field label="Description" error={form.errorOf('description')}>
            <Input
              value={form.draft.description}
              onChange={(event) => form.set({ description: event.target.value })}
            />
          </Field>
        )}
        <ApiOfTemplates apis={apis} templates={templates} />
      </div>
      <PolicyEditor
        value={form.draft.document}
        onChange={(document) => form.set({ document })}
        error={form.documentError}
        templates={templates.templates}
        help={
          <>
            IAM policy language. The method ARN of a call is{' '}
            <code className="break-all font-mono">
              arn:aws:execute-api:region:account:api-id/stage/VERB/path
            </code>
            ; <code className="font-mono">*</code> stands for any letters, slashes among them.
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          busy={form.pending}
          disabled={!form.dirty}
          onClick={save}
          aria-keyshortcuts="Control+S"
        >
          {policy ? 'Save policy' : 'Create policy'}
        </Button>
        {!policy && <Button onClick={() => leaving.leave(() => router.push(back))}>Cancel</Button>}
      </div>
    </div>
  );
}

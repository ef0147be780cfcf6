'use client';

import { useRouter } from 'next/navigation';
import { MissingNotice } from '@/components/console/permissions/MissingNotice';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { FormError } from '@/components/ui/FormError';
import { leaving } from '@/components/ui/leaving';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import type { Authorizer } from '@/lib/model/authorizer';
import type { AuthorizerChoices } from '../AuthorizerChoices';
import { AuthorizerFields } from './AuthorizerFields';
import { AuthorizerHeader } from './AuthorizerHeader';
import { authorizersHref } from './authorizerHref';
import type { AuthorizerUse } from './authorizerUses';
import { AuthorizerTester } from './tester/AuthorizerTester';
import { useAuthorizerForm } from './useAuthorizerForm';

/** An authorizer's page: what it is at the left, its tester at the right. */
export function AuthorizerEditor(props: {
  restApiId: string;
  /** absent: a new one is made */
  authorizer?: Authorizer;
  uses?: AuthorizerUse[];
  editable: boolean;
  choices: AuthorizerChoices;
}) {
  const { restApiId, authorizer, uses = [], editable } = props;
  const router = useRouter();
  const form = useAuthorizerForm(restApiId, authorizer);
  const save = () => void (editable && form.save());
  useSaveShortcut(save, editable);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <AuthorizerHeader restApiId={restApiId} authorizer={authorizer} uses={uses} editable={editable} />
      {authorizer && (
        <MissingNotice
          uri={authorizer.authorizerUri}
          usedBy={[`authorizer ${authorizer.name}`]}
          consequence="calls that ask it answer 500"
        />
      )}
      <div
        className={cn(
          'grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6',
          authorizer ? 'xl:grid-cols-2' : 'max-w-3xl',
        )}
      >
        <div className="grid min-w-0 content-start gap-4">
          <FormError>{form.rest}</FormError>
          <AuthorizerFields form={form} choices={props.choices} readOnly={!editable} />
          {editable && (
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                busy={form.pending}
                disabled={Boolean(authorizer) && !form.dirty}
                onClick={save}
                aria-keyshortcuts="Control+S"
              >
                {authorizer ? 'Save authorizer' : 'Create authorizer'}
              </Button>
              {!authorizer && (
                <Button onClick={() => leaving.leave(() => router.push(authorizersHref(restApiId)))}>
                  Cancel
                </Button>
              )}
            </div>
          )}
        </div>
        {authorizer && editable && (
          <AuthorizerTester
            key={authorizer.identitySource}
            restApiId={restApiId}
            authorizer={authorizer}
            stale={form.dirty}
          />
        )}
      </div>
    </div>
  );
}

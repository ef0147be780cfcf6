'use client';

import { Plus, X } from 'lucide-react';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { AuthorizerPartProps } from './AuthorizerFields';
import { freshId, type SourceDraft } from './authorizerDraft';
import { sourceLocations } from './identitySources';

const locations = sourceLocations.map(({ value, label }) => ({ value, label }));
const examples = {
  header: 'Authorization',
  querystring: 'token',
  stageVariables: 'tenant',
  context: 'identity.sourceIp',
} as const;

/** Where a REQUEST authorizer finds who calls: all of them must be there, and together they are the cache's key. */
export function IdentitySourceRows({ draft, set, errorOf, readOnly }: AuthorizerPartProps) {
  const { sources } = draft;
  const change = (id: number, part: Partial<SourceDraft>) =>
    set({ sources: sources.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  return (
    <FormPart
      title="Identity sources"
      help="A call that lacks one gets 401 and the function is not called. Together they are the key of a kept result; without one nothing may be kept."
      error={errorOf('identitySource')}
    >
      <div className="grid gap-2">
        {sources.length === 0 && (
          <p className="text-muted text-small">None: the function is asked on each call.</p>
        )}
        {sources.map((source, index) => (
          <div key={source.id} className="flex items-center gap-2">
            <Select
              aria-label={`Place of identity source ${index + 1}`}
              className="w-36 shrink-0"
              options={locations}
              value={source.location}
              disabled={readOnly}
              onChange={({ target }) =>
                change(source.id, {
                  location: sourceLocations.find(({ value }) => value === target.value)?.value ?? 'header',
                })
              }
            />
            <Input
              mono
              spellCheck={false}
              aria-label={`Name of identity source ${index + 1}`}
              placeholder={examples[source.location]}
              value={source.name}
              readOnly={readOnly}
              onChange={(event) => change(source.id, { name: event.target.value })}
            />
            {!readOnly && (
              <IconButton
                label={`Remove identity source ${source.name}`}
                onClick={() => set({ sources: sources.filter(({ id }) => id !== source.id) })}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </div>
        ))}
        {!readOnly && (
          <Button
            size="sm"
            className="justify-self-start"
            onClick={() =>
              set({ sources: [...sources, { id: freshId(sources), location: 'header', name: '' }] })
            }
          >
            <Plus aria-hidden />
            Add identity source
          </Button>
        )}
      </div>
    </FormPart>
  );
}

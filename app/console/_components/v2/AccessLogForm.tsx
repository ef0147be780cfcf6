'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { Stage } from '@/lib/model/v2/stage';
import { accessLogFormat, formatNames } from './accessLogFormats';
import { saveAccessLog } from './actions';

const fields = ['accessLogSettings.destinationArn', 'accessLogSettings.format'];

interface AccessLogFormProps {
  apiId: string;
  protocol: ProtocolType;
  stage: Stage;
  /** a log group that may be meant, its ARN */
  suggestion: string;
  editable: boolean;
}

/** Where a line of each call goes and what it says; without a log group none is kept. */
export function AccessLogForm({ apiId, protocol, stage, suggestion, editable }: AccessLogFormProps) {
  const router = useRouter();
  const { stageName, accessLogSettings } = stage;
  const stored = {
    destinationArn: accessLogSettings?.destinationArn ?? '',
    format: accessLogSettings?.format ?? '',
  };
  const [draft, setDraft] = useState(stored);
  const action = useAction(saveAccessLog, { fields });
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  const set = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  useUnsavedGuard(changed);
  const save = async () => {
    if (action.pending || !(await action.run({ apiId, stageName, ...draft }))) return;
    if (draft.destinationArn.trim() === '') set({ destinationArn: '', format: '' });
    toast('Access log saved');
    router.refresh();
  };
  useSaveShortcut(() => void save(), changed);
  return (
    <Section
      title="Access log"
      description="A line for each call, in a log group that aws logs reads. A change counts for the next call."
    >
      <div className="grid max-w-2xl gap-3">
        <FormError>{action.rest}</FormError>
        <Field
          label="Log group ARN"
          help="Empty: no log is kept."
          error={action.errorOf('accessLogSettings.destinationArn')}
        >
          <Input
            mono
            spellCheck={false}
            placeholder={suggestion}
            value={draft.destinationArn}
            readOnly={!editable}
            onChange={({ target }) => set({ destinationArn: target.value })}
          />
        </Field>
        <Field
          label="Format"
          help="A single line with $context variables."
          error={action.errorOf('accessLogSettings.format')}
        >
          <Textarea
            mono
            rows={4}
            spellCheck={false}
            value={draft.format}
            readOnly={!editable}
            onChange={({ target }) => set({ format: target.value })}
          />
        </Field>
        {editable && (
          <>
            <Samples
              onChoose={(name) =>
                set({
                  format: accessLogFormat(protocol, name),
                  destinationArn: draft.destinationArn || suggestion,
                })
              }
            />
            <Button
              onClick={() => void save()}
              disabled={!changed}
              busy={action.pending}
              className="justify-self-start"
            >
              Save access log
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

function Samples({ onChoose }: { onChoose: (name: (typeof formatNames)[number]) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted text-small">AWS’s samples</span>
      {formatNames.map((name) => (
        <Button key={name} size="sm" aria-label={`Format as ${name}`} onClick={() => onChoose(name)}>
          {name}
        </Button>
      ))}
    </div>
  );
}

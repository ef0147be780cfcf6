'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { RestApi } from '@/lib/control/control';
import { updateRestApi } from '../../../actions';
import { MediaTypeRows } from './MediaTypeRows';
import { type PayloadDraft, payloadDraft, payloadInput, rowOfType } from './payloadDraft';

/** Which bodies are binary, and from which size answers are compressed. */
export function PayloadForm({ api, editable }: { api: RestApi; editable: boolean }) {
  const [draft, setDraft] = useState(() => payloadDraft(api));
  const types = draft.binaryMediaTypes;
  const typeFields = types.map((_, index) => `binaryMediaTypes.${index}`);
  const action = useAction(updateRestApi, { fields: ['minimumCompressionSize', ...typeFields] });
  const dirty = JSON.stringify(draft) !== JSON.stringify(payloadDraft(api));
  useUnsavedGuard(dirty && !action.pending);
  const set = (part: Partial<PayloadDraft>) => setDraft((now) => ({ ...now, ...part }));
  const errorOfRow = (row: number) =>
    typeFields.flatMap((field, index) => (rowOfType(types, index) === row ? action.errorOf(field) : []))[0];
  async function save() {
    if (!editable || !dirty || action.pending) return false;
    const saved = await action.run({ restApiId: api.id, ...payloadInput(draft) });
    if (!saved) return false;
    setDraft(payloadDraft(saved));
    toast('Payload settings saved; they take effect with the next deployment');
    return true;
  }
  return (
    <Form onSave={save} className="max-w-2xl">
      <FormError>{action.rest}</FormError>
      <MediaTypeRows
        types={types}
        onChange={(binaryMediaTypes) => set({ binaryMediaTypes })}
        errorOf={errorOfRow}
        readOnly={!editable}
      />
      <Compression
        draft={draft}
        set={set}
        error={action.errorOf('minimumCompressionSize')}
        editable={editable}
      />
      {editable && (
        <Button type="submit" busy={action.pending} disabled={!dirty} className="justify-self-start">
          Save payload settings
        </Button>
      )}
    </Form>
  );
}

function Compression(props: {
  draft: PayloadDraft;
  set: (part: Partial<PayloadDraft>) => void;
  error: string | undefined;
  editable: boolean;
}) {
  const { draft, set, editable } = props;
  return (
    <>
      <Field
        inline
        label="Compress responses"
        help="For callers whose Accept-Encoding names gzip or deflate. Packed requests are always taken."
      >
        <Switch
          checked={draft.compress}
          disabled={!editable}
          onCheckedChange={(compress) => set({ compress })}
        />
      </Field>
      {draft.compress && (
        <Field
          label="Minimum compression size"
          help="Bytes, 0 to 10,485,760. Smaller answers go as they are."
          error={props.error}
        >
          <Input
            inputMode="numeric"
            className="max-w-36"
            value={draft.minimumCompressionSize}
            readOnly={!editable}
            onChange={(event) => set({ minimumCompressionSize: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Cors } from '@/lib/model/v2/api';
import { deleteCors, updateApi } from '../../actions';
import { type CorsDraft, corsOfDraft, draftOfCors } from './corsDraft';

const lists = [
  {
    name: 'allowOrigins',
    label: 'Access-Control-Allow-Origin',
    help: 'Origins apart by commas, as https://shop.example; * is every one, https://* every one with TLS.',
    placeholder: 'https://shop.example',
  },
  {
    name: 'allowMethods',
    label: 'Access-Control-Allow-Methods',
    help: 'Verbs, or *.',
    placeholder: 'GET, POST',
  },
  {
    name: 'allowHeaders',
    label: 'Access-Control-Allow-Headers',
    help: 'Headers that a page may send, or *.',
    placeholder: 'authorization, content-type',
  },
  {
    name: 'exposeHeaders',
    label: 'Access-Control-Expose-Headers',
    help: 'Headers of the answer that a page may read, or *.',
    placeholder: 'etag',
  },
] as const;
const fields = [
  ...lists.map(({ name }) => `corsConfiguration.${name}`),
  'corsConfiguration.maxAge',
  'corsConfiguration.allowCredentials',
];

export function CorsForm(props: { apiId: string; cors: Cors | undefined; editable: boolean }) {
  const { apiId, cors, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const stored = draftOfCors(cors);
  const [draft, setDraft] = useState(stored);
  const update = useAction(updateApi, { fields });
  const removal = useAction(deleteCors, { announce: true });
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  useUnsavedGuard(changed && !update.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const set = (part: Partial<CorsDraft>) => setDraft({ ...draft, ...part });
  const put = async (corsConfiguration: Cors, said: string) => {
    if (!(await update.run({ apiId, corsConfiguration }))) return;
    toast(said);
    router.refresh();
  };
  const remove = async () => {
    if (!(await removal.run({ apiId }))) return;
    undoToast('CORS configuration removed', () => {
      if (cors) void put(cors, 'CORS configuration restored');
    });
    router.refresh();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const next = corsOfDraft(draft);
    void (next ? put(next, 'CORS configuration saved') : remove());
  };
  const errorOf = (name: string) => update.errorOf(`corsConfiguration.${name}`);
  return (
    <form ref={form} onSubmit={save} className="grid max-w-2xl gap-4">
      <FormError>{update.rest}</FormError>
      {lists.map(({ name, label, help, placeholder }) => (
        <Field key={name} label={label} help={help} error={errorOf(name)}>
          <Input
            mono
            spellCheck={false}
            placeholder={placeholder}
            value={draft[name]}
            readOnly={!editable}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </Field>
      ))}
      <Field
        label="Access-Control-Max-Age"
        help="Seconds that a browser keeps the answer, -1 to 86400."
        error={errorOf('maxAge')}
      >
        <Input
          className="w-32"
          inputMode="numeric"
          placeholder="300"
          value={draft.maxAge}
          readOnly={!editable}
          onChange={(event) => set({ maxAge: event.target.value })}
        />
      </Field>
      <Field
        inline
        label="Access-Control-Allow-Credentials"
        help="Cookies and authorization may come along; not with the origin *."
        error={errorOf('allowCredentials')}
      >
        <Switch
          checked={draft.allowCredentials}
          disabled={!editable}
          onCheckedChange={(allowCredentials) => set({ allowCredentials })}
        />
      </Field>
      {editable && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={update.pending} disabled={!changed}>
            Save CORS
          </Button>
          {cors && (
            <Button variant="danger" busy={removal.pending} onClick={remove}>
              Remove configuration
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

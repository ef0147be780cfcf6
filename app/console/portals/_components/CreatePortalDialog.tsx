'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Product } from '@/lib/model/portalSite';
import { createPortal } from '../actions';
import type { ReaderPool } from '../readReaderPools';
import { defaultColors } from './defaultColors';
import { ReaderFields } from './ReaderFields';
import { authorizationOf, type ReaderDraft, readerFields, readersFault } from './readerDraft';

const fields = [
  'portalContent.displayName',
  'portalContent.description',
  'portalProductIds',
  ...readerFields,
];

/** Name, readers and products; colours, logo and address are on its page. */
export function CreatePortalDialog(props: {
  products: Product[];
  pools: ReaderPool[];
  onClose: () => void;
  onMade: (portalId: string) => void;
}) {
  const action = useAction(createPortal, { fields });
  const [displayName, setDisplayName] = useState('');
  const [description, setDescription] = useState('');
  const [readers, setReaders] = useState<ReaderDraft>({ userPoolArn: '', appClientId: '' });
  const [included, setIncluded] = useState<readonly string[]>([]);
  const save = async () => {
    const made = await action.run({
      authorization: authorizationOf(readers, props.pools),
      endpointConfiguration: { none: {} },
      portalContent: {
        displayName,
        ...(description.trim() && { description: description.trim() }),
        theme: { customColors: defaultColors },
      },
      portalProductIds: [...included],
    });
    if (!made) return;
    toast(`${made.portalContent.displayName} created`);
    props.onMade(made.portalId);
  };
  return (
    <FormDialog
      title="Create portal"
      submit="Create portal"
      busy={action.pending}
      disabled={displayName.trim() === '' || (readers.userPoolArn !== '' && readers.appClientId === '')}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={() => void save()}
    >
      <Field
        label="Name"
        required
        help="Its readers see it. 3 to 255 characters."
        error={action.errorOf('portalContent.displayName')}
      >
        <Input value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
      </Field>
      <Field label="Description" error={action.errorOf('portalContent.description')}>
        <Textarea rows={2} value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
      <ReaderFields
        draft={readers}
        pools={props.pools}
        onChange={setReaders}
        error={readersFault(action.errorOf)}
      />
      <ProductChoice
        products={props.products}
        chosen={included}
        onChange={setIncluded}
        error={action.errorOf('portalProductIds')}
      />
    </FormDialog>
  );
}

function ProductChoice(props: {
  products: Product[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const { products, chosen } = props;
  if (products.length === 0)
    return <p className="text-muted text-small">No product yet: add products on the portal’s page later.</p>;
  const toggle = (id: string, on: boolean) =>
    props.onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">Products</legend>
      <div className="grid max-h-44 gap-1.5 overflow-y-auto rounded-md border p-2.5">
        {products.map(({ portalProductId, displayName }) => (
          <Checkbox
            key={portalProductId}
            label={<span className="wrap-anywhere">{displayName}</span>}
            checked={chosen.includes(portalProductId)}
            onChange={(event) => toggle(portalProductId, event.target.checked)}
          />
        ))}
      </div>
      {props.error && (
        <p role="alert" className="text-danger text-small">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}

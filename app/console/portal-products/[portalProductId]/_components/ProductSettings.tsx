'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Product } from '@/lib/model/portalSite';
import { updateProduct } from '../../actions';

const fields = ['displayName', 'description'];

/** Name and description of a product that is made of pages. */
export function ProductSettings({ product, editable }: { product: Product; editable: boolean }) {
  const { portalProductId } = product;
  const router = useRouter();
  const action = useAction(updateProduct, { fields });
  const save = async (form: HTMLFormElement) => {
    const values = new FormData(form);
    const saved = await action.run({
      portalProductId,
      input: {
        displayName: String(values.get('displayName') ?? ''),
        description: String(values.get('description') ?? ''),
      },
    });
    if (!saved) return false;
    toast('Product saved');
    router.refresh();
    return true;
  };
  return (
    <Section title="Product" description="Portals show the changes when they are published again.">
      <Form onSave={save} guard className="max-w-2xl">
        <FormError>{action.rest}</FormError>
        <Field label="Name" required error={action.errorOf('displayName')}>
          <Input name="displayName" defaultValue={product.displayName} readOnly={!editable} />
        </Field>
        <Field label="Description" help="Stands under the name." error={action.errorOf('description')}>
          <Textarea name="description" rows={3} defaultValue={product.description} readOnly={!editable} />
        </Field>
        {editable && (
          <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
            Save product
          </Button>
        )}
      </Form>
    </Section>
  );
}

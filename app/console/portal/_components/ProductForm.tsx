'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Switch } from '@/components/ui/Switch';
import { Textarea } from '@/components/ui/Textarea';
import { useAction } from '@/components/ui/useAction';
import type { PortalProduct } from '@/lib/model/portal';
import { saveProduct } from '../actions';

const fields = ['displayName', 'slug', 'description', 'overview'] as const;

/** What the portal shows of one stage: name, sentence, overview in Markdown, and whether it is shown. */
export function ProductForm(props: {
  product?: PortalProduct;
  restApiId: string;
  stageName: string;
  apiName: string;
  editable: boolean;
}) {
  const { product, editable } = props;
  const router = useRouter();
  const [published, setPublished] = useState(product?.published ?? false);
  const action = useAction(saveProduct, { fields });

  async function save(form: HTMLFormElement) {
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '');
    const saved = await action.run({
      productId: product?.id ?? null,
      input: {
        restApiId: props.restApiId,
        stageName: props.stageName,
        displayName: text('displayName'),
        slug: text('slug'),
        description: text('description'),
        overview: text('overview'),
        published,
      },
    });
    if (!saved) return false;
    toast(saved.published ? 'Published in the portal' : 'Saved, not shown in the portal');
    router.refresh();
    return true;
  }

  return (
    <Form onSave={save} guard className="max-w-2xl">
      <FormError>{action.rest}</FormError>
      <Field label="Name" required error={action.errorOf('displayName')}>
        <Input name="displayName" defaultValue={product?.displayName ?? props.apiName} readOnly={!editable} />
      </Field>
      <Field label="Address" required help="The page is at /apis/ and this." error={action.errorOf('slug')}>
        <Input name="slug" mono defaultValue={product?.slug ?? slugOf(props.apiName)} readOnly={!editable} />
      </Field>
      <Field label="One sentence" help="Shown in the catalogue." error={action.errorOf('description')}>
        <Input name="description" defaultValue={product?.description} readOnly={!editable} />
      </Field>
      <Field label="Overview" help="Markdown, sanitised when it is shown." error={action.errorOf('overview')}>
        <Textarea name="overview" rows={8} defaultValue={product?.overview} readOnly={!editable} />
      </Field>
      <Field label="Shown in the portal" inline>
        <Switch checked={published} onCheckedChange={setPublished} disabled={!editable} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        {editable && (
          <Button type="submit" busy={action.pending}>
            Save page
          </Button>
        )}
        {product?.published && (
          <Link href={`/apis/${product.slug}`} className="text-accent-ink underline">
            See it in the portal
          </Link>
        )}
      </div>
    </Form>
  );
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);

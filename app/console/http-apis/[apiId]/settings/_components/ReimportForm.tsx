'use client';

import { useState } from 'react';
import { HttpImportForm } from '@/app/console/apis/new/_components/HttpImportForm';
import { Button } from '@/components/ui/Button';

/** A document into an API that exists. */
export function ReimportForm(props: { apiId: string; functionArns: readonly string[] }) {
  const [open, setOpen] = useState(false);
  if (open) return <HttpImportForm {...props} />;
  return (
    <Button onClick={() => setOpen(true)} className="justify-self-start">
      Import a document
    </Button>
  );
}

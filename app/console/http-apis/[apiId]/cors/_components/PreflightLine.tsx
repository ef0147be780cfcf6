'use client';

import { useState } from 'react';
import { TextBlock } from '@/components/console/TextBlock';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A preflight as a line for a terminal. */
export function PreflightLine(props: {
  origin: string | undefined;
  method: string | undefined;
  header: string | undefined;
  urls: { stageName: string; url: string }[];
}) {
  const { urls } = props;
  const [origin, setOrigin] = useState(props.origin ?? 'https://shop.example');
  const [method, setMethod] = useState(props.method ?? 'GET');
  const [header, setHeader] = useState(props.header ?? '');
  const [path, setPath] = useState('/');
  const [stage, setStage] = useState(urls[0]?.stageName);
  const url = urls.find(({ stageName }) => stageName === stage)?.url ?? '';
  const lines = [
    `curl -i -X OPTIONS ${quoted(`${url}${path}`)}`,
    `-H ${quoted(`Origin: ${origin}`)}`,
    `-H ${quoted(`Access-Control-Request-Method: ${method}`)}`,
    ...(header ? [`-H ${quoted(`Access-Control-Request-Headers: ${header}`)}`] : []),
  ];
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="Origin">
          <Input mono value={origin} onChange={(event) => setOrigin(event.target.value)} />
        </Field>
        <Field label="Method">
          <Input mono value={method} onChange={(event) => setMethod(event.target.value.toUpperCase())} />
        </Field>
        <Field label="Header">
          <Input mono value={header} onChange={(event) => setHeader(event.target.value)} />
        </Field>
        <Field label="Path">
          <Input mono value={path} onChange={(event) => setPath(event.target.value)} />
        </Field>
      </div>
      {urls.length > 1 && (
        <Field label="Stage" className="w-48">
          <Select
            value={stage}
            options={urls.map(({ stageName }) => ({ value: stageName, label: stageName }))}
            onChange={(event) => setStage(event.target.value)}
          />
        </Field>
      )}
      <TextBlock label="Preflight" text={lines.join(' \\\n  ')} />
    </div>
  );
}

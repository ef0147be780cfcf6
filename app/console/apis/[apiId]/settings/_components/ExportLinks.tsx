'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';

const kinds = [
  { value: 'oas30', label: 'OpenAPI 3.0' },
  { value: 'swagger', label: 'Swagger 2.0' },
];
const formats = [
  { value: 'json', label: 'JSON' },
  { value: 'yaml', label: 'YAML' },
];

/** A download of the undeployed definition or of what a stage serves. */
export function ExportLinks({ restApiId, stageNames }: { restApiId: string; stageNames: string[] }) {
  const [stage, setStage] = useState('');
  const [exportType, setExportType] = useState('oas30');
  const [format, setFormat] = useState('json');
  const [extensions, setExtensions] = useState(true);
  const query = new URLSearchParams({
    exportType,
    format,
    extensions: String(extensions),
    ...(stage && { stage }),
  });
  const sources = [
    { value: '', label: 'As it is now, not deployed' },
    ...stageNames.map((name) => ({ value: name, label: `Stage ${name}` })),
  ];
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label="What" className="w-56">
        <Select value={stage} options={sources} onChange={(event) => setStage(event.target.value)} />
      </Field>
      <Field label="As" className="w-36">
        <Select value={exportType} options={kinds} onChange={(event) => setExportType(event.target.value)} />
      </Field>
      <Field label="Format" className="w-28">
        <Select value={format} options={formats} onChange={(event) => setFormat(event.target.value)} />
      </Field>
      <div className="flex h-control items-center">
        <Checkbox
          label="With API Gateway extensions"
          checked={extensions}
          onChange={(event) => setExtensions(event.target.checked)}
        />
      </div>
      <Button asChild>
        <a href={`/console/apis/${restApiId}/export?${query}`}>
          <Download aria-hidden />
          Download
        </a>
      </Button>
    </div>
  );
}

'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';

const formats = [
  { value: 'JSON', label: 'JSON' },
  { value: 'YAML', label: 'YAML' },
];

/** A download of the API as it is now or as a stage serves it. */
export function ExportForm({ apiId, stageNames }: { apiId: string; stageNames: string[] }) {
  const [stage, setStage] = useState('');
  const [outputType, setOutputType] = useState('JSON');
  const [extensions, setExtensions] = useState(true);
  const query = new URLSearchParams({ outputType, extensions: String(extensions), ...(stage && { stage }) });
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label="What" className="w-56">
        <Select
          value={stage}
          onChange={(event) => setStage(event.target.value)}
          options={[
            { value: '', label: 'As it is now' },
            ...stageNames.map((value) => ({ value, label: `Stage ${value}` })),
          ]}
        />
      </Field>
      <Field label="Format" className="w-28">
        <Select
          value={outputType}
          options={formats}
          onChange={(event) => setOutputType(event.target.value)}
        />
      </Field>
      <div className="flex h-control items-center">
        <Checkbox
          label="With API Gateway extensions"
          checked={extensions}
          onChange={(event) => setExtensions(event.target.checked)}
        />
      </div>
      <Button asChild>
        <a href={`/console/http-apis/${apiId}/export?${query}`}>
          <Download aria-hidden />
          Download
        </a>
      </Button>
    </div>
  );
}

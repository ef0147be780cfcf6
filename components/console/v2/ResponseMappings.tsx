'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { HttpMappingRows } from './HttpMappingRows';

type Responses = Readonly<Record<string, Record<string, string>>>;

const places = ['header', 'statuscode'] as const;
const expressions = ['$response.header.', '$response.body.', '$context.requestId', '$stageVariables.'];

/** What is done to answers, by the backend's status code. */
export function ResponseMappings(props: {
  value: Responses;
  onChange: (value: Record<string, Record<string, string>>) => void;
  errorOf: (field: string) => string | undefined;
  readOnly: boolean;
}) {
  const { value, onChange, readOnly } = props;
  const [status, setStatus] = useState('');
  const isStatus = /^[2-5]\d\d$/.test(status) && !Object.hasOwn(value, status);
  return (
    <div className="grid gap-3">
      {Object.entries(value).map(([code, mappings]) => (
        <section key={code} aria-label={`Answers with ${code}`} className="grid gap-2 rounded-md border p-3">
          <div className="flex items-center justify-between">
            <p className="font-medium">
              Answers with <span className="font-mono text-small">{code}</span>
            </p>
            {!readOnly && (
              <IconButton
                label={`Remove answers with ${code}`}
                onClick={() =>
                  onChange(Object.fromEntries(Object.entries(value).filter(([each]) => each !== code)))
                }
              >
                <X aria-hidden />
              </IconButton>
            )}
          </div>
          <HttpMappingRows
            record={mappings}
            places={places}
            expressions={expressions}
            noun={`mapping of ${code}`}
            onChange={(next) => onChange({ ...value, [code]: next })}
            errorOf={(key) => props.errorOf(`responseParameters.${code}.${key}`)}
            readOnly={readOnly}
          />
        </section>
      ))}
      {Object.keys(value).length === 0 && readOnly && <p className="text-muted text-small">None</p>}
      {!readOnly && (
        <div className="flex items-center gap-2">
          <Input
            mono
            aria-label="Status code of answers"
            className="w-24"
            inputMode="numeric"
            placeholder="200"
            value={status}
            onChange={(event) => setStatus(event.target.value.trim())}
          />
          <Button
            size="sm"
            disabled={!isStatus}
            onClick={() => {
              onChange({ ...value, [status]: {} });
              setStatus('');
            }}
          >
            <Plus aria-hidden />
            Add status code
          </Button>
        </div>
      )}
    </div>
  );
}

'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { ParameterRows } from '@/components/console/drafts/ParameterRows';
import { Button } from '@/components/ui/Button';
import { Input } from '@/components/ui/Input';
import type { MethodResponsesValue } from './boxValues';
import { ModelRows } from './ModelRows';
import { ResponseCards } from './ResponseCards';

/** The status codes and headers that a caller may get. */
export function MethodResponseForm({ value, set, errorOf, readOnly }: DraftForm<MethodResponsesValue>) {
  const place = (code: string) => `methodResponses.${code}`;
  return (
    <div className="space-y-4">
      <ResponseCards
        responses={value}
        onChange={set}
        noun="method response"
        errorOf={(code) => errorOf(place(code)) ?? errorOf(`${place(code)}.statusCode`)}
        readOnly={readOnly}
      >
        {(response, change) => (
          <>
            <p className="font-medium">Headers</p>
            <ParameterRows
              prefix="method.response"
              locations={['header']}
              record={response.responseParameters}
              onChange={(responseParameters) => change({ responseParameters })}
              blank={false}
              noun="header"
              errorOf={(key) => errorOf(`${place(response.statusCode)}.responseParameters.${key}`)}
              readOnly={readOnly}
            />
            <p className="font-medium">Body</p>
            <ModelRows
              models={response.responseModels}
              onChange={(responseModels) => change({ responseModels })}
              errorOf={(type) => errorOf(`${place(response.statusCode)}.responseModels.${type}`)}
              readOnly={readOnly}
            />
          </>
        )}
      </ResponseCards>
      {!readOnly && <AddStatus value={value} set={set} />}
    </div>
  );
}

function AddStatus({ value, set }: Pick<DraftForm<MethodResponsesValue>, 'value' | 'set'>) {
  const [statusCode, setStatusCode] = useState('');
  const ready = /^\d{3}$/.test(statusCode) && !Object.hasOwn(value, statusCode);
  const add = () => {
    if (!ready) return;
    set({ ...value, [statusCode]: { statusCode, responseParameters: {}, responseModels: {} } });
    setStatusCode('');
  };
  return (
    <div className="flex items-center gap-2">
      <Input
        mono
        aria-label="Status code"
        placeholder="404"
        inputMode="numeric"
        maxLength={3}
        className="w-20"
        value={statusCode}
        onChange={(event) => setStatusCode(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button disabled={!ready} onClick={add}>
        <Plus aria-hidden />
        Add status code
      </Button>
      {Object.hasOwn(value, statusCode) && <span className="text-muted text-small">Declared already</span>}
    </div>
  );
}

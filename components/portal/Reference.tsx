'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import 'swagger-ui-react/swagger-ui.css';
import './reference.css';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { tryItRequest } from './tryItRequest';

const SwaggerUi = dynamic(() => import('swagger-ui-react'), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

export interface OwnKey {
  id: string;
  /** e.g. `Shop · abcd…wxyz` */
  label: string;
}

/**
 * The reference. "Try it out" goes through this portal's server, so it works without CORS; with one of the
 * visitor's own keys chosen, the server fills in its value.
 */
export function Reference(props: {
  /** below which calls are tried; null: they are not */
  tryItPath: string | null;
  openapi: Record<string, unknown>;
  invokeUrl: string;
  keys: OwnKey[];
  /** opened, for a document of one operation */
  open?: boolean;
}) {
  const { tryItPath, invokeUrl } = props;
  const [keyId, setKeyId] = useState(props.keys[0]?.id ?? '');
  return (
    <div className="space-y-4">
      {props.keys.length > 0 && (
        <Field
          label="Try with key"
          help="Its value is filled in on the server and never shown here."
          className="max-w-sm"
        >
          <Select
            value={keyId}
            onChange={(event) => setKeyId(event.target.value)}
            options={[
              ...props.keys.map((key) => ({ value: key.id, label: key.label })),
              { value: 'none', label: 'No key' },
            ]}
          />
        </Field>
      )}
      <div className="reference">
        <SwaggerUi
          spec={props.openapi}
          docExpansion={props.open ? 'full' : 'list'}
          defaultModelsExpandDepth={0}
          displayRequestDuration
          showMutatedRequest={false}
          {...(tryItPath === null
            ? { supportedSubmitMethods: [] }
            : {
                requestInterceptor: (request) =>
                  tryItRequest(request, { tryItPath, invokeUrl }, keyId === 'none' ? '' : keyId),
              })}
        />
      </div>
    </div>
  );
}

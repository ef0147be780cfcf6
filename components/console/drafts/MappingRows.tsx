'use client';

import { type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/Input';
import { ParameterRows } from './ParameterRows';

/** Parameter mappings: a target and the expression that fills it. */
export function MappingRows(props: {
  prefix: 'integration.request' | 'method.response' | 'gatewayresponse';
  locations: readonly string[];
  record: Record<string, string>;
  onChange: (record: Record<string, string>) => void;
  noun: string;
  names?: readonly string[];
  /** expressions offered while typing */
  expressions: readonly string[];
  /** drawn behind each row, by the key that it stands for */
  renderMark?: (key: string, label: string) => ReactNode;
  errorOf: (key: string) => string | undefined;
  readOnly: boolean;
}) {
  const { expressions, renderMark, ...rest } = props;
  const expressionsId = useId();
  return (
    <>
      <ParameterRows
        {...rest}
        blank=""
        renderValue={(value, set, label, key) => (
          <>
            <Input
              mono
              aria-label={`Expression of ${label}`}
              placeholder="expression or 'text'"
              className={cn(
                'w-auto min-w-48',
                props.locations.length > 1 ? 'flex-2 max-sm:order-2 max-sm:basis-full' : 'flex-1',
              )}
              list={expressionsId}
              value={value}
              readOnly={props.readOnly}
              onChange={(event) => set(event.target.value)}
            />
            {renderMark?.(key, label)}
          </>
        )}
      />
      <datalist id={expressionsId}>
        {expressions.map((expression) => (
          <option key={expression} value={expression} />
        ))}
      </datalist>
    </>
  );
}

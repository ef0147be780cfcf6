'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { throttleableMethods } from '../actions';
import { isRepeated, type MethodDraft, methodFields, type StageDraft } from './planDraft';
import type { PlanPartProps } from './UsagePlanForm';

/** Limits of single methods of one stage; the API's methods are offered while typing. */
export function MethodRows(props: {
  stage: StageDraft;
  index: number;
  editable: boolean;
  errorOf: PlanPartProps['errorOf'];
  onChange: (stage: StageDraft) => void;
}) {
  const { stage, onChange } = props;
  const list = useId();
  const [known, setKnown] = useState<string[] | null>(null);
  const methods = useAction(throttleableMethods);
  const offer = async () => {
    if (known === null) setKnown((await methods.run({ restApiId: stage.apiId })) ?? []);
  };
  const put = (next: MethodDraft[]) => onChange({ ...stage, methods: next });
  const add = () => {
    const id = Math.max(-1, ...stage.methods.map((method) => method.id)) + 1;
    put([...stage.methods, { id, path: '', rateLimit: '5', burstLimit: '10' }]);
    void offer();
  };
  return (
    <>
      <datalist id={list}>
        {known?.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      {stage.methods.map((method) => (
        <MethodRow
          key={method.id}
          method={method}
          list={list}
          editable={props.editable}
          error={errorIn(props, method)}
          onFocus={() => void offer()}
          onChange={(change) =>
            put(stage.methods.map((each) => (each.id === method.id ? { ...each, ...change } : each)))
          }
          onRemove={() => put(stage.methods.filter((each) => each.id !== method.id))}
        />
      ))}
      {props.editable && (
        <Button size="sm" variant="ghost" className="-ml-2 justify-self-start" onClick={add}>
          <Plus aria-hidden />
          Limit a method
        </Button>
      )}
    </>
  );
}

function errorIn(
  { stage, index, errorOf }: { stage: StageDraft; index: number; errorOf: PlanPartProps['errorOf'] },
  method: MethodDraft,
): string | undefined {
  if (isRepeated(stage, method)) return 'This method has a limit above already';
  return methodFields(index, method).map(errorOf).filter(Boolean).join(' ') || undefined;
}

function MethodRow(props: {
  method: MethodDraft;
  list: string;
  editable: boolean;
  error?: string;
  onFocus: () => void;
  onChange: (change: Partial<MethodDraft>) => void;
  onRemove: () => void;
}) {
  const { method, onChange } = props;
  const error = useId();
  const name = method.path || 'the new method limit';
  const shared = { 'aria-describedby': error, 'aria-invalid': props.error ? true : undefined };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        {...shared}
        mono
        aria-label="Method"
        placeholder="/path/GET"
        className="w-full sm:w-auto sm:flex-1"
        list={props.list}
        value={method.path}
        onFocus={props.onFocus}
        onChange={(event) => onChange({ path: event.target.value })}
      />
      <LimitInput
        {...shared}
        label={`Rate of ${name}`}
        unit="a second"
        value={method.rateLimit}
        onChange={(rateLimit) => onChange({ rateLimit })}
      />
      <LimitInput
        {...shared}
        label={`Burst of ${name}`}
        unit="burst"
        value={method.burstLimit}
        onChange={(burstLimit) => onChange({ burstLimit })}
      />
      {props.editable && (
        <IconButton label={`Remove the limit of ${name}`} onClick={props.onRemove}>
          <X />
        </IconButton>
      )}
      <p id={error} role="alert" className="w-full text-danger text-small empty:hidden">
        {props.error}
      </p>
    </div>
  );
}

function LimitInput(props: {
  label: string;
  unit: string;
  value: string;
  onChange: (value: string) => void;
  'aria-describedby': string;
  'aria-invalid'?: boolean;
}) {
  const { label, unit, onChange, ...rest } = props;
  return (
    <span className="inline-flex items-center gap-2">
      <Input
        {...rest}
        aria-label={label}
        inputMode="decimal"
        className="w-20"
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="text-muted text-small">{unit}</span>
    </span>
  );
}

'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';

/** Condition keys of the call; those that policies asked for in vain are offered. */
export function ContextFields(props: {
  context: Record<string, string>;
  missingKeys: readonly string[];
  errorOf: (key: string) => string | undefined;
  onChange: (context: Record<string, string>) => void;
}) {
  // The editor keeps its own lines: another round of it takes a key over that was offered.
  const [round, setRound] = useState(0);
  const given = Object.keys(props.context).map((key) => key.toLowerCase());
  const offered = props.missingKeys.filter((key) => !given.includes(key.toLowerCase()));
  const add = (key: string) => {
    props.onChange({ ...props.context, [key]: '' });
    setRound(round + 1);
  };
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-medium">Context</legend>
      <p className="text-muted text-small">
        What the gateway knows of a call beside its user and time, e.g. aws:SourceIp or aws:UserAgent.
      </p>
      <KeyValueEditor
        key={round}
        what="Context key"
        keyLabel="Context key"
        valueLabel="Value"
        value={props.context}
        errorOf={props.errorOf}
        onChange={props.onChange}
      />
      {offered.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5 text-small">
          <span className="text-muted">Policies ask for</span>
          {offered.map((key) => (
            <Button key={key} size="sm" onClick={() => add(key)}>
              <Plus aria-hidden />
              <span className="font-mono">{key}</span>
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

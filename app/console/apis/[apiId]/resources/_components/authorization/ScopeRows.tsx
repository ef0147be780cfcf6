'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import type { MethodRequestValue } from '../drawers/boxValues';

interface Row {
  id: number;
  text: string;
}
const filled = (rows: readonly Row[]) => rows.filter(({ text }) => text.trim() !== '');

/** OAuth scopes of a Cognito authorizer: with none an id token is asked for, else an access token with one of them. */
export function ScopeRows(props: DraftForm<MethodRequestValue> & { offered: readonly string[] }) {
  const { value, set, errorOf, readOnly, offered } = props;
  const listId = useId();
  // Rows keep what is being typed: an empty one is no scope yet.
  const [rows, setRows] = useState<Row[]>(() =>
    (value.authorizationScopes ?? []).map((text, id) => ({ id, text })),
  );
  const change = (next: Row[]) => {
    setRows(next);
    const { authorizationScopes: _before, ...rest } = value;
    const scopes = filled(next).map(({ text }) => text.trim());
    set(scopes.length > 0 ? { ...rest, authorizationScopes: scopes } : rest);
  };
  const add = (text: string) =>
    change([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, text }]);
  const free = offered.filter((scope) => rows.every(({ text }) => text !== scope));
  return (
    <FormPart
      title="Authorization scopes"
      help="None: an id token is asked for. Otherwise an access token that has at least one of them."
      error={errorOf('authorizationScopes')}
    >
      <div className="grid gap-2">
        {rows.length === 0 && readOnly && <p className="text-muted text-small">None</p>}
        {rows.map((row, index) => (
          <ScopeRow
            key={row.id}
            label={`Scope ${index + 1}`}
            list={listId}
            text={row.text}
            readOnly={readOnly}
            error={errorOf(`authorizationScopes.${filled(rows).indexOf(row)}`)}
            onChange={(text) => change(rows.map((each) => (each.id === row.id ? { ...each, text } : each)))}
            onRemove={() => change(rows.filter(({ id }) => id !== row.id))}
          />
        ))}
        <datalist id={listId}>
          {free.map((scope) => (
            <option key={scope} value={scope} />
          ))}
        </datalist>
        {!readOnly && (
          <div className="flex flex-wrap items-center gap-1.5">
            <Button size="sm" onClick={() => add('')}>
              <Plus aria-hidden />
              Add scope
            </Button>
            {free.map((scope) => (
              <Button
                key={scope}
                size="sm"
                variant="ghost"
                className="font-mono text-accent-ink"
                aria-label={`Add scope ${scope}`}
                onClick={() => add(scope)}
              >
                {scope}
              </Button>
            ))}
          </div>
        )}
      </div>
    </FormPart>
  );
}

function ScopeRow(props: {
  label: string;
  list: string;
  text: string;
  readOnly: boolean;
  error: string | undefined;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  return (
    <div>
      <div className="flex items-center gap-2">
        <Input
          mono
          spellCheck={false}
          aria-label={props.label}
          placeholder="openid or https://api.example.com/read"
          list={props.list}
          value={props.text}
          readOnly={props.readOnly}
          onChange={({ target }) => props.onChange(target.value)}
        />
        {!props.readOnly && (
          <IconButton label={`Remove scope ${props.text}`} onClick={props.onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {props.error && (
        <p role="alert" className="mt-1 break-words text-danger text-small">
          {props.error}
        </p>
      )}
    </div>
  );
}

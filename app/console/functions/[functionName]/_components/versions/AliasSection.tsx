'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { useAction } from '@/components/ui/useAction';
import type { FunctionAlias } from '@/lib/model/function';
import { deleteFunctionAlias } from '../../../actions';
import { AliasDialog } from './AliasDialog';
import { versionWords } from './versionWords';

interface AliasProps {
  functionName: string;
  aliases: FunctionAlias[];
  /** newest first, without $LATEST */
  versions: string[];
  editable: boolean;
}

/** Names that point at versions: what calls an alias stays as it is when the alias is pointed elsewhere. */
export function AliasSection(props: AliasProps) {
  const { aliases, editable } = props;
  const [dialog, setDialog] = useState<FunctionAlias | 'new'>();
  const [going, setGoing] = useState<FunctionAlias>();
  return (
    <Section
      title="Aliases"
      description="A name for a version, such as live. Point it at another version, and what calls it runs that one with its next call."
      actions={editable && <Button onClick={() => setDialog('new')}>Create alias</Button>}
    >
      {aliases.length === 0 ? (
        <p className="text-muted">None yet.</p>
      ) : (
        <ul className="divide-y border-y">
          {aliases.map((alias) => (
            <AliasLine
              key={alias.name}
              alias={alias}
              editable={editable}
              onEdit={() => setDialog(alias)}
              onDelete={() => setGoing(alias)}
            />
          ))}
        </ul>
      )}
      {dialog && (
        <AliasDialog
          functionName={props.functionName}
          versions={props.versions}
          alias={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
      {going && (
        <DeleteAlias functionName={props.functionName} alias={going} onClose={() => setGoing(undefined)} />
      )}
    </Section>
  );
}

function AliasLine(props: {
  alias: FunctionAlias;
  editable: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { name, functionVersion, description } = props.alias;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <span className="min-w-0 break-all font-medium font-mono text-small">{name}</span>
      <span className="text-muted">points at {versionWords(functionVersion)}</span>
      {description && <span className="min-w-0 break-words text-muted">{description}</span>}
      {props.editable && (
        <span className="ml-auto flex">
          <IconButton label={`Edit alias ${name}`} onClick={props.onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={`Delete alias ${name}`} onClick={props.onDelete}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      )}
    </li>
  );
}

function DeleteAlias(props: { functionName: string; alias: FunctionAlias; onClose: () => void }) {
  const { functionName, alias } = props;
  const action = useAction(deleteFunctionAlias);
  return (
    <ConfirmDelete
      open
      onOpenChange={(open) => open || props.onClose()}
      what="alias"
      name={alias.name}
      error={action.rest}
      onDelete={async () => Boolean(await action.run({ functionName, alias: alias.name }))}
    >
      <p>
        What calls {functionName}:{alias.name} fails from then on. The version stays.
      </p>
    </ConfirmDelete>
  );
}

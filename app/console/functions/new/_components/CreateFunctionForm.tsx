'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Blueprint } from '../../_components/blueprints/Blueprint';
import { functionHref } from '../../_components/functionHref';
import type { Machine } from '../../_components/machine';
import { familyOf, inlineFiles, runtimeHelp, runtimeOf, runtimeOptions } from '../../_components/runtimes';
import { scriptOf } from '../../_components/scriptOf';
import { sendZip } from '../../_components/sendZip';
import { sizeWords } from '../../_components/sizeWords';
import { ZipButton } from '../../_components/ZipButton';
import { createFunction } from '../../actions';
import { BlueprintList } from './BlueprintList';
import { type CreateDraft, configurationOf, emptyDraft, withBlueprint } from './createDraft';

const fields = ['functionName', 'runtime', 'handler', 'code', 'code.zipFile', 'code.inlineCode'] as const;
const starts = [
  { value: 'blueprint', label: 'Blueprint' },
  { value: 'zip', label: 'Zip file' },
] as const;

/** Name, what to begin with, and how it is called; everything else has Lambda's first values. */
export function CreateFunctionForm(props: { machine: Machine; blueprints: Blueprint[] }) {
  const { machine, blueprints } = props;
  const router = useRouter();
  const [draft, setDraft] = useState(() => emptyDraft(blueprints[0]));
  const change = (part: Partial<CreateDraft>) => setDraft((now) => ({ ...now, ...part }));
  const made = useAction(createFunction, { fields });
  const sent = useAction(sendZip, { fields });
  const fromZip = draft.from === 'zip';
  const action = fromZip ? sent : made;
  const blueprint = blueprints.find(({ id }) => id === draft.blueprintId);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const configuration = configurationOf(draft, blueprint);
    const { functionName } = configuration;
    const done =
      fromZip && draft.zip
        ? await sent.run({ functionName, zip: draft.zip, configuration })
        : await made.run({ ...configuration, code: { inlineCode: blueprint?.code ?? '' } });
    if (!done) return;
    toast(`${done.functionName} created`);
    router.push(functionHref(done.functionName));
  }

  const codeError =
    action.errorOf('code') ?? action.errorOf('code.zipFile') ?? action.errorOf('code.inlineCode');
  return (
    <form onSubmit={submit} className="grid gap-5">
      <FormError>{action.rest}</FormError>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Field
          label="Name"
          required
          help="Letters, digits, - and _. It cannot be changed later."
          error={action.errorOf('functionName')}
        >
          <Input
            mono
            autoFocus
            spellCheck={false}
            placeholder="hello"
            value={draft.functionName}
            onChange={(event) => change({ functionName: event.target.value })}
          />
        </Field>
        <RuntimeField draft={draft} change={change} machine={machine} error={action.errorOf('runtime')} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div>
          <SegmentedControl
            label="Begin with"
            options={starts}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
        </div>
        {fromZip ? (
          <ZipFields draft={draft} change={change} error={codeError} errorOf={action.errorOf} />
        ) : (
          <div className="grid gap-4 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <BlueprintList
              blueprints={blueprints}
              chosen={draft.blueprintId}
              onChoose={(chosen) => setDraft((now) => withBlueprint(now, chosen))}
            />
            {blueprint && <CodePreview blueprint={blueprint} error={codeError} />}
          </div>
        )}
      </div>
      <Button
        type="submit"
        variant="primary"
        busy={action.pending}
        disabled={fromZip && !draft.zip}
        className="justify-self-start"
      >
        Create function
      </Button>
    </form>
  );
}

interface PartProps {
  draft: CreateDraft;
  change: (part: Partial<CreateDraft>) => void;
  error: string | undefined;
}

/** A blueprint's code decides the family; a zip may be anything. */
function RuntimeField({ draft, change, machine, error }: PartProps & { machine: Machine }) {
  const family = draft.from === 'blueprint' ? familyOf(draft.runtime) : undefined;
  return (
    <Field label="Runtime" help={runtimeHelp(draft.runtime, machine)} error={error}>
      <Select
        options={runtimeOptions(machine, family)}
        value={draft.runtime}
        onChange={({ target }) => change({ runtime: runtimeOf(target.value) ?? draft.runtime })}
      />
    </Field>
  );
}

function ZipFields(props: PartProps & { errorOf: (field: string) => string | undefined }) {
  const { draft, change, error } = props;
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Field
        label="Code"
        help="A zip with the code and what it needs, at most 50 MB; 250 MB unpacked."
        error={error}
      >
        <div className="flex min-w-0 flex-wrap items-center gap-3">
          <ZipButton label={draft.zip ? 'Choose another' : 'Choose a zip'} onZip={(zip) => change({ zip })} />
          {draft.zip && (
            <span className="min-w-0 truncate">
              {draft.zip.name} <span className="text-muted">{sizeWords(draft.zip.size)}</span>
            </span>
          )}
        </div>
      </Field>
      {familyOf(draft.runtime) !== 'provided' && (
        <Field
          label="Handler"
          help="File without its ending, then what it exports: index.handler."
          error={props.errorOf('handler')}
        >
          <Input
            mono
            spellCheck={false}
            value={draft.handler}
            onChange={(event) => change({ handler: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

function CodePreview({ blueprint, error }: { blueprint: Blueprint; error: string | undefined }) {
  const file = inlineFiles[blueprint.family];
  return (
    <div className="grid min-w-0 content-start gap-1">
      <p className="font-mono font-medium text-small leading-5">{file}</p>
      <CodeEditor
        label={`Code of the blueprint, ${file}`}
        language={scriptOf(blueprint.family)}
        value={blueprint.code}
        readOnly
        height="380px"
      />
      {error && (
        <p role="alert" className="text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}

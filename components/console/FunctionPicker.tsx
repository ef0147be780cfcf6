'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { FunctionChoice } from './functionChoices';
import {
  asStageVariable,
  type FunctionArn,
  functionArn,
  invocationUri,
  invokedArn,
  readFunctionArn,
  stageVariableIn,
} from './functionUri';
import { PermissionLine } from './permissions/PermissionLine';

export interface FunctionPickerProps {
  /** `functionChoices(await control().functions.list(actor))` of the page */
  functions: readonly FunctionChoice[];
  /** invocation URI; empty: none chosen yet */
  uri: string;
  onChange: (uri: string) => void;
  /** of the URI's field, in the operation's words */
  error?: string | undefined;
  readOnly?: boolean;
  /** writes the URI of a streamed invocation (AWS_PROXY with STREAM) */
  streams?: boolean;
  /** called by a role: the function's own policy is not asked then */
  byRole?: boolean;
}

/** values of the first select that are no names */
const byVariable = '?variable';
const byArn = '?arn';

/**
 * Chooses what an integration or an authorizer invokes and writes its URI: a function of this machine with a
 * version or an alias, one that the stage chooses, or one elsewhere by its ARN.
 */
export function FunctionPicker(props: FunctionPickerProps) {
  const { functions, uri, readOnly = false } = props;
  const arn = invokedArn(uri) ?? uri;
  const named = readFunctionArn(arn);
  const known = functions.find(({ functionName }) => functionName === named?.functionName);
  const variable = stageVariableIn(named?.functionName ?? '');
  const [typesArn, setTypesArn] = useState(arn !== '' && !known && variable === undefined);
  const write = (next: string) => props.onChange(invocationUri(next, props.streams));
  const home = homeOf(functions, named);

  function choose(value: string) {
    setTypesArn(value === byArn);
    if (value === byArn) return write(arn);
    write(functionArn({ ...home, functionName: value === byVariable ? asStageVariable('function') : value }));
  }

  const chosen = typesArn ? byArn : variable === undefined ? (known?.functionName ?? '') : byVariable;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label="Function"
        className={typesArn ? 'sm:col-span-2' : undefined}
        error={typesArn ? undefined : props.error}
        help={<FunctionLink functions={functions} chosen={known?.functionName} />}
      >
        <Select
          options={[
            ...(chosen === '' ? [{ value: '', label: 'Choose a function' }] : []),
            ...optionsOf(functions),
          ]}
          value={chosen}
          disabled={readOnly}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {typesArn && (
        <Field
          label="Function ARN"
          className="sm:col-span-2"
          error={props.error}
          help="One that is not on this machine is called at the endpoint that the settings name for lambda."
        >
          <Input
            mono
            spellCheck={false}
            placeholder="arn:aws:lambda:us-east-1:123456789012:function:hello"
            value={arn}
            readOnly={readOnly}
            onChange={(event) => write(event.target.value.trim())}
          />
        </Field>
      )}
      {!typesArn && variable !== undefined && (
        <StageVariable
          help="Its value is the function’s name, or name:alias."
          name={variable}
          readOnly={readOnly}
          onChange={(name) => write(functionArn({ ...home, functionName: asStageVariable(name) }))}
        />
      )}
      {!typesArn && known && named && (
        <Qualifier
          choice={known}
          named={named}
          readOnly={readOnly}
          onChange={(next) => write(functionArn(next))}
        />
      )}
      {!readOnly && !props.byRole && (
        <div className="empty:hidden sm:col-span-2">
          <PermissionLine uri={uri} isHere={isHere(known, named)} />
        </div>
      )}
    </div>
  );
}

/** Where new ARNs point: to where the chosen function is, or the others are. */
function homeOf(functions: readonly FunctionChoice[], named: FunctionArn | undefined) {
  const first = readFunctionArn(functions[0]?.functionArn ?? '') ?? named;
  return { region: first?.region ?? 'us-east-1', accountId: first?.accountId ?? '000000000000' };
}

const isHere = (known: FunctionChoice | undefined, named: FunctionArn | undefined) =>
  readFunctionArn(known?.functionArn ?? '')?.accountId === named?.accountId && named !== undefined;

const optionsOf = (functions: readonly FunctionChoice[]) => [
  ...functions.map(({ functionName }) => ({ value: functionName, label: functionName })),
  { value: byVariable, label: 'The stage chooses, by a stage variable' },
  { value: byArn, label: 'A function elsewhere, by its ARN' },
];

function FunctionLink(props: { functions: readonly FunctionChoice[]; chosen: string | undefined }) {
  const { functions, chosen } = props;
  const href = chosen
    ? `/console/functions/${chosen}`
    : `/console/functions${functions.length ? '' : '/new'}`;
  return (
    <Link href={href} className="text-accent-ink underline">
      {chosen ? `Open ${chosen}` : functions.length ? 'Functions' : 'Create a function'}
    </Link>
  );
}

/** $LATEST, an alias, a version, or an alias that the stage chooses. */
function Qualifier(props: {
  choice: FunctionChoice;
  named: FunctionArn;
  readOnly: boolean;
  onChange: (named: FunctionArn) => void;
}) {
  const { choice, named, readOnly } = props;
  const qualifier = named.qualifier === '$LATEST' ? '' : (named.qualifier ?? '');
  const variable = stageVariableIn(qualifier);
  const options = qualifierOptions(choice);
  const isKnown = variable !== undefined || options.some(({ value }) => value === qualifier);
  const change = (value: string) => {
    const { qualifier: _before, ...rest } = named;
    props.onChange(value === '' ? rest : { ...rest, qualifier: value });
  };
  return (
    <>
      <Field label="Version or alias">
        <Select
          options={[
            ...options,
            ...(isKnown ? [] : [{ value: qualifier, label: `${qualifier}: does not exist` }]),
          ]}
          value={variable === undefined ? qualifier : byVariable}
          disabled={readOnly}
          onChange={({ target }) =>
            change(target.value === byVariable ? asStageVariable('alias') : target.value)
          }
        />
      </Field>
      {variable !== undefined && (
        <StageVariable
          help="Its value is an alias or a version."
          name={variable}
          readOnly={readOnly}
          onChange={(name) => change(asStageVariable(name))}
        />
      )}
    </>
  );
}

const qualifierOptions = ({ aliases, versions }: FunctionChoice) => [
  { value: '', label: '$LATEST: the code as it is now' },
  ...aliases.map(({ name, functionVersion }) => ({
    value: name,
    label: `${name}: version ${functionVersion}`,
  })),
  ...versions.map((version) => ({ value: version, label: `Version ${version}` })),
  { value: byVariable, label: 'The stage chooses, by a stage variable' },
];

function StageVariable(props: {
  help: string;
  name: string;
  readOnly: boolean;
  onChange: (name: string) => void;
}) {
  return (
    <Field label="Stage variable" help={props.help}>
      <Input
        mono
        spellCheck={false}
        value={props.name}
        readOnly={props.readOnly}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { fieldError, otherErrors } from '@/components/console/drafts/DraftForm';
import { useRunShortcut } from '@/components/console/useRunShortcut';
import { Button } from '@/components/ui/Button';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import type { Method } from '@/lib/model/method';
import { pathParameterNames } from '@/lib/model/pathPart';
import type { Resource } from '@/lib/model/restApi';
import { usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { RunBar } from './RunBar';
import { missingParameters, type TestRequest, takesBody, verbOf } from './testRequest';
import type { TestRuns } from './useTestRuns';

/** The request of a test run. Ctrl-Enter runs it from anywhere on the page. */
export function TestForm({ resource, method, runs }: { resource: Resource; method: Method; runs: TestRuns }) {
  const { place } = usePlace();
  const { reset } = runs;
  // What was refused belongs to this method.
  useEffect(() => reset, [reset]);
  const target = { resource, httpMethod: method.httpMethod };
  const request = runs.requestOf(target);
  const [asked, setAsked] = useState(false);
  const missing = missingParameters(resource.path, request);
  const change = (part: Partial<TestRequest>) => runs.setRequest(target, { ...request, ...part });
  const run = () => {
    setAsked(true);
    if (missing.length === 0 && method.methodIntegration && !runs.pending) void runs.run(target, request);
  };
  useRunShortcut(run, place.drawer === undefined);

  return (
    <div className="min-h-0 min-w-0 space-y-4 overflow-y-auto px-4 py-3 md:px-5">
      <RunBar {...{ resource, method, request, change }} busy={runs.pending} onRun={run} />
      <FormError>
        {otherErrors(runs.error, (field) => field === 'body' || field === 'pathWithQueryString')}
      </FormError>
      {pathParameterNames(resource.path).map((name) => (
        <Field
          key={name}
          label={
            <>
              Path parameter <span className="font-mono">{name}</span>
            </>
          }
          error={asked && missing.includes(name) ? 'The path needs a value here' : undefined}
        >
          <Input
            mono
            value={request.path[name] ?? ''}
            onChange={(event) => change({ path: { ...request.path, [name]: event.target.value } })}
          />
        </Field>
      ))}
      <Field label="Query string" error={fieldError(runs.error, 'pathWithQueryString')}>
        <Input
          mono
          placeholder={queryExample(method)}
          value={request.queryString}
          onChange={(event) => change({ queryString: event.target.value })}
        />
      </Field>
      <Part title="Headers">
        <Rows what="Header" record={request.headers} onChange={(headers) => change({ headers })} />
      </Part>
      {takesBody(verbOf(target, request)) && (
        <Part title="Body" error={fieldError(runs.error, 'body')}>
          <CodeEditor
            label="Request body"
            language="json"
            height="140px"
            value={request.body}
            onChange={(body) => change({ body })}
          />
        </Part>
      )}
      <StageVariables request={request} change={change} />
    </div>
  );
}

/** `type=&page=` from what the method declares */
const queryExample = ({ requestParameters }: Method) =>
  Object.keys(requestParameters)
    .filter((key) => key.startsWith('method.request.querystring.'))
    .map((key) => `${key.replace('method.request.querystring.', '')}=`)
    .join('&') || 'name=value&other=value';

function Part({ title, error, children }: { title: string; error?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 space-y-1.5">
      <legend className="mb-1 font-medium">{title}</legend>
      {error && (
        <p role="alert" className="text-danger text-small">
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** The editor keeps what is being typed; a record replaced from outside (a re-run, a stage) begins it anew. */
function Rows(props: {
  what: string;
  record: Record<string, string>;
  onChange: (record: Record<string, string>) => void;
}) {
  const [seen, setSeen] = useState(props.record);
  const [generation, setGeneration] = useState(0);
  if (props.record !== seen) {
    setSeen(props.record);
    setGeneration(generation + 1);
  }
  const change = (record: Record<string, string>) => {
    setSeen(record);
    props.onChange(record);
  };
  return <KeyValueEditor key={generation} what={props.what} value={props.record} onChange={change} />;
}

function StageVariables(props: { request: TestRequest; change: (part: Partial<TestRequest>) => void }) {
  const { stages } = useWorkspace();
  const filled = stages.filter(({ variables }) => Object.keys(variables).length > 0);
  return (
    <Part title="Stage variables">
      <Rows
        what="Stage variable"
        record={props.request.stageVariables}
        onChange={(stageVariables) => props.change({ stageVariables })}
      />
      {filled.length > 0 && (
        <div className="flex flex-wrap items-center gap-1">
          {filled.map(({ stageName, variables }) => (
            <Button
              key={stageName}
              size="sm"
              onClick={() => props.change({ stageVariables: { ...variables } })}
            >
              Take those of {stageName}
            </Button>
          ))}
        </div>
      )}
    </Part>
  );
}

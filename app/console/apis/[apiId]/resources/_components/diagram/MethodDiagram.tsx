'use client';

import Link from 'next/link';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { invokedArn, readFunctionArn } from '@/components/console/functionUri';
import type { Method } from '@/lib/model/method';
import { PlaceLink } from '../PlaceLink';
import { useWorkspace } from '../Workspace';
import { type Box, boxTitles, isBox, type Station } from './boxes';
import { boxSummaries } from './boxSummaries';
import { DiagramArrow } from './DiagramArrow';
import { DiagramBox } from './DiagramBox';
import { type RunMarks, shownTime } from './runMarks';

/**
 * A call's way as AWS draws it: request on top, answer below, the backend at the far end; one below the other
 * where there is no room. After a test run it carries the times, and the box that failed its reason.
 */
export function MethodDiagram({ method, marks }: { method: Method; marks?: RunMarks }) {
  const { validators, authorizers, functions } = useWorkspace();
  const summaries = boxSummaries(method, validators, authorizers);
  const functionPage = functionHref(method.methodIntegration?.uri, functions);
  const station = (name: Station, place: string) => (
    <li className={place}>
      <DiagramStation
        name={name}
        summary={summaries[name]}
        marks={marks}
        mono={name === 'backend'}
        href={name === 'backend' ? functionPage : undefined}
      />
    </li>
  );
  const arrow = (place: string, back: boolean, at: number | undefined) => (
    <DiagramArrow className={place} back={back} at={at} ran={Boolean(marks)} />
  );
  const left = marks?.left ?? {};
  return (
    <div className="@container">
      <ol
        aria-label="Way of a call"
        className="grid grid-cols-1 @2xl:grid-cols-[64px_52px_minmax(0,1fr)_52px_minmax(0,1fr)_52px_minmax(128px,0.7fr)] @2xl:gap-y-4"
      >
        <li className="@2xl:row-span-2">
          <End text="Client" />
        </li>
        {arrow('@2xl:col-start-2 @2xl:row-start-1', false, marks && 0)}
        {station('methodRequest', '@2xl:col-start-3 @2xl:row-start-1')}
        {arrow('@2xl:col-start-4 @2xl:row-start-1', false, left.methodRequest)}
        {station('integrationRequest', '@2xl:col-start-5 @2xl:row-start-1')}
        {arrow('@2xl:col-start-6 @2xl:row-start-1', false, left.integrationRequest)}
        {station('backend', '@2xl:col-start-7 @2xl:row-start-1 @2xl:row-span-2')}
        {arrow('@2xl:col-start-6 @2xl:row-start-2', true, left.backend)}
        {station('integrationResponse', '@2xl:col-start-5 @2xl:row-start-2')}
        {arrow('@2xl:col-start-4 @2xl:row-start-2', true, left.integrationResponse)}
        {station('methodResponse', '@2xl:col-start-3 @2xl:row-start-2')}
        {arrow('@2xl:col-start-2 @2xl:row-start-2', true, marks?.total)}
        <li className="@2xl:hidden" aria-hidden>
          <End text="Client" />
        </li>
      </ol>
    </div>
  );
}

/** The page of the function that is called, where it is one of this machine. */
function functionHref(uri = '', functions: readonly FunctionChoice[]): string | undefined {
  const named = readFunctionArn(invokedArn(uri) ?? '')?.functionName;
  const found = functions.find(({ functionName }) => functionName === named);
  return found && `/console/functions/${found.functionName}`;
}

/** A box that opens its drawer; a backend that is a function leads to its page, others do not open. */
function DiagramStation(props: {
  name: Station;
  summary: string;
  marks?: RunMarks;
  mono: boolean;
  href: string | undefined;
}) {
  const { name, summary, marks } = props;
  const failed = marks?.failed?.station === name ? marks.failed.reason : undefined;
  const spent = marks?.spent[name];
  const content = (
    <DiagramBox
      title={props.href ? 'Function' : boxTitles[name]}
      summary={summary}
      mono={props.mono}
      time={spent === undefined ? undefined : shownTime(spent)}
      failed={failed}
      opens={isBox(name) || Boolean(props.href)}
    />
  );
  if (props.href)
    return (
      <Link href={props.href} className="block h-full rounded-md">
        {content}
      </Link>
    );
  if (!isBox(name)) return content;
  return (
    <PlaceLink to={{ drawer: name satisfies Box }} className="block h-full rounded-md">
      {content}
    </PlaceLink>
  );
}

function End({ text }: { text: string }) {
  return (
    <div className="flex h-full items-center justify-center rounded-md border bg-panel px-2 py-2 font-medium text-small">
      {text}
    </div>
  );
}

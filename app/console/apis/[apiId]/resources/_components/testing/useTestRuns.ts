'use client';

import { useEffect, useState } from 'react';
import { useAction } from '@/components/ui/useAction';
import type { TestInvokeResult } from '@/lib/control/control';
import { testMethod } from '../../actions';
import { methodRowId } from '../tree/treeRows';
import { addToHistory, type HistoryEntry, readHistory } from './testHistory';
import { blankRequest, pathWithQueryString, type TestRequest, type TestTarget, verbOf } from './testRequest';

export interface TestRun {
  result: TestInvokeResult;
  /** path with query string, as it was sent */
  path: string;
}
const newest = <Value>(all: Record<string, Value>, { resource, httpMethod }: TestTarget): Value | undefined =>
  all[methodRowId(resource.id, httpMethod)];

/** Test requests being typed and their last runs, by method; kept while the tab is open, history in the browser. */
export function useTestRuns(restApiId: string) {
  const [requests, setRequests] = useState<Record<string, TestRequest>>({});
  const [runs, setRuns] = useState<Record<string, TestRun>>({});
  const [history, setHistory] = useState<HistoryEntry[]>([]);
  const { run: invoke, pending, error, reset } = useAction(testMethod);
  useEffect(() => setHistory(readHistory(restApiId)), [restApiId]);

  const requestOf = (target: TestTarget): TestRequest => newest(requests, target) ?? blankRequest;
  const setRequest = ({ resource, httpMethod }: TestTarget, request: TestRequest) =>
    setRequests((all) => ({ ...all, [methodRowId(resource.id, httpMethod)]: request }));

  const run = async (target: TestTarget, request: TestRequest) => {
    const { resource, httpMethod } = target;
    const path = pathWithQueryString(resource.path, request);
    const { headers, body, stageVariables } = request;
    const verb = verbOf(target, request);
    const key = { restApiId, resourceId: resource.id, httpMethod: verb };
    const result = await invoke({ ...key, pathWithQueryString: path, headers, body, stageVariables });
    if (!result) return;
    setRuns((all) => ({ ...all, [methodRowId(resource.id, httpMethod)]: { result, path } }));
    const { status, latency } = result;
    const id = crypto.randomUUID?.() ?? String(Math.random());
    const entry = {
      id,
      time: Date.now(),
      resourceId: resource.id,
      httpMethod,
      path,
      status,
      latency,
      request,
    };
    setHistory(addToHistory(restApiId, entry));
  };
  const runOf = (target: TestTarget) => newest(runs, target);
  return { requestOf, setRequest, run, runOf, history, pending, error, reset };
}
export type TestRuns = ReturnType<typeof useTestRuns>;

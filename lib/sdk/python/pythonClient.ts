import { pathExpression } from '../pathExpression';
import type { SdkApi, SdkOperation, SdkParameter } from '../SdkApi';
import { distinctNames, inComment } from '../words';
import { PYTHON_WORDS, pythonName, pythonRead, pythonType } from './pythonType';

type Named = SdkParameter & { own: string };

/** The client: a method for each of the API's. */
export function pythonClient({ name, baseUrl, region, operations }: SdkApi): string {
  const names = pythonNames(operations);
  return [
    `"""Client of ${inComment(name)}."""`,
    'from __future__ import annotations',
    '',
    'from typing import Any, Dict, List, Optional',
    '',
    'from . import models',
    'from .core import ApiGatewayCore, ApiResponse, encode, plain',
    '',
    '',
    'class Client(ApiGatewayCore):',
    '    def __init__(',
    '        self,',
    '        access_key: Optional[str] = None,',
    '        secret_key: Optional[str] = None,',
    '        session_token: Optional[str] = None,',
    `        region: str = ${JSON.stringify(region)},`,
    '        api_key: Optional[str] = None,',
    `        base_url: str = ${JSON.stringify(baseUrl)},`,
    '        timeout: float = 30.0,',
    '    ) -> None:',
    '        super().__init__(base_url, access_key, secret_key, session_token, region, api_key, timeout)',
    ...operations.map((operation, index) => methodOf(operation, names[index] ?? '')),
    '',
  ].join('\n');
}

/** Of the methods, in the order of `operations`. */
export const pythonNames = (operations: readonly SdkOperation[]) =>
  distinctNames(
    operations.map(({ name }) => name),
    pythonName,
    CORE_WORDS,
  );

const CORE_WORDS = new Set([
  ...PYTHON_WORDS,
  ...'access_key secret_key session_token region api_key base_url timeout'.split(' '),
]);

function methodOf(operation: SdkOperation, name: string): string {
  const { httpMethod, path, body, answer } = operation;
  const parameters = named(operation.parameters);
  const required = parameters.filter((parameter) => parameter.required);
  const optional = parameters.filter((parameter) => !parameter.required);
  return [
    '',
    `    def ${name}(`,
    '        self,',
    ...required.map(({ own }) => `        ${own}: Any,`),
    ...(body ? [`        body: Optional[${pythonType(body, 'models.')}] = None,`] : []),
    ...optional.map(({ own }) => `        ${own}: Any = None,`),
    '        headers: Optional[Dict[str, str]] = None,',
    '    ) -> ApiResponse:',
    `        """${httpMethod} ${inComment(path)}${answer ? `; data: ${pythonType(answer)}` : ''}"""`,
    '        answer = self.call(',
    `            ${JSON.stringify(httpMethod)},`,
    `            ${pathOf(path, parameters)},`,
    `            ${dictionary(parameters, 'query')},`,
    `            ${dictionary(parameters, 'header')},`,
    `            ${body ? 'plain(body)' : 'None'},`,
    '            headers,',
    '        )',
    ...(answer ? [`        answer.data = ${pythonRead(answer, 'answer.data', 'models.')}`] : []),
    '        return answer',
  ].join('\n');
}

function named(parameters: readonly SdkParameter[]): Named[] {
  const names = distinctNames(
    parameters.map(({ name }) => name),
    pythonName,
    PYTHON_WORDS,
  );
  return parameters.map((parameter, index) => ({ ...parameter, own: names[index] ?? '' }));
}

function pathOf(path: string, parameters: readonly Named[]): string {
  const ownOf = (name: string) =>
    parameters.find((each) => each.location === 'path' && each.name === name)?.own ?? '';
  return pathExpression(path, (name, isRest) => `encode(${ownOf(name)}${isRest ? ', "/"' : ''})`);
}

function dictionary(parameters: readonly Named[], location: SdkParameter['location']): string {
  const chosen = parameters.filter((parameter) => parameter.location === location);
  return `{${chosen.map(({ name, own }) => `${JSON.stringify(name)}: ${own}`).join(', ')}}`;
}

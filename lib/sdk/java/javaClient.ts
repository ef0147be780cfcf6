import { pathExpression } from '../pathExpression';
import type { SdkApi, SdkOperation, SdkParameter } from '../SdkApi';
import { camelCase, distinctNames, inComment } from '../words';
import { JAVA_WORDS, javaRead, javaType } from './javaType';

type Named = SdkParameter & { own: string };

/** The client: a method for each of the API's; an optional parameter may be null. */
export function javaClient(packageName: string, className: string, { name, operations }: SdkApi): string {
  const names = javaNames(operations);
  return [
    `package ${packageName};`,
    '',
    'import java.io.IOException;',
    'import java.util.LinkedHashMap;',
    'import java.util.List;',
    'import java.util.Map;',
    '',
    `/** Client of ${inComment(name)}. */`,
    `public final class ${className} extends ApiGatewayCore {`,
    `    public ${className}() {`,
    '        this(new ClientConfig());',
    '    }',
    '',
    `    public ${className}(ClientConfig config) {`,
    '        super(config);',
    '    }',
    ...operations.map((operation, index) => methodOf(operation, names[index] ?? '')),
    '}',
    '',
  ].join('\n');
}

/** Of the methods, in the order of `operations`. */
export const javaNames = (operations: readonly SdkOperation[]) =>
  distinctNames(
    operations.map(({ name }) => name),
    camelCase,
    JAVA_WORDS,
  );

function methodOf(operation: SdkOperation, name: string): string {
  const { httpMethod, path, body, answer } = operation;
  const parameters = named(operation.parameters);
  const data = answer ? javaType(answer) : 'Object';
  const taken = [
    ...parameters.map(({ own }) => `Object ${own}`),
    ...(body ? [`${javaType(body)} body`] : []),
  ];
  return [
    '',
    `    /** ${httpMethod} ${inComment(path)} */`,
    `    public ApiResponse<${data}> ${name}(${taken.join(', ')})`,
    '            throws IOException, InterruptedException {',
    '        Map<String, Object> query = new LinkedHashMap<>();',
    '        Map<String, Object> headers = new LinkedHashMap<>();',
    ...parameters.map(putOf).filter((line) => line !== ''),
    '        ApiResponse<Object> answer =',
    `                call(${JSON.stringify(httpMethod)}, ${pathOf(path, parameters)}, query, headers, ${body ? 'body' : 'null'});`,
    `        return new ApiResponse<>(answer.status, answer.headers, ${answer ? javaRead(answer, 'answer.data') : 'answer.data'});`,
    '    }',
  ].join('\n');
}

function named(parameters: readonly SdkParameter[]): Named[] {
  const names = distinctNames(
    parameters.map(({ name }) => name),
    camelCase,
    new Set([...JAVA_WORDS, 'query']),
  );
  return parameters.map((parameter, index) => ({ ...parameter, own: names[index] ?? '' }));
}

function putOf({ location, name, own }: Named): string {
  if (location === 'path') return '';
  return `        ${location === 'query' ? 'query' : 'headers'}.put(${JSON.stringify(name)}, ${own});`;
}

function pathOf(path: string, parameters: readonly Named[]): string {
  const ownOf = (name: string) =>
    parameters.find((each) => each.location === 'path' && each.name === name)?.own ?? '';
  return pathExpression(path, (name, isRest) => `encode${isRest ? 'Path' : ''}(${ownOf(name)})`);
}

import { javaNames } from './java/javaClient';
import { javaClassName } from './java/javaSdk';
import { pythonNames } from './python/pythonClient';
import { named as rubyNamed } from './ruby/rubySdk';
import type { SdkApi, SdkOperation } from './SdkApi';
import { typescriptNames } from './typescript/typescriptSdk';
import { pascalCase } from './words';

/** How a client is put to use. */
export interface SdkSample {
  /** for a shell, in the folder that the zip was saved in */
  install: string;
  /** one call, in the client's language */
  usage: string;
}

export interface SampleOptions {
  /** of the zip */
  fileName: string;
  operation: SdkOperation;
  /** whether calls are to say YOUR_API_KEY */
  needsKey: boolean;
  /** what the client was made with */
  parameters: Readonly<Record<string, string>>;
}

type Sample = (api: SdkApi, options: SampleOptions) => SdkSample;

/** Stands for what a caller knows: a path's variable, a parameter that is required. */
const VALUE = '1';

/** One that runs as it stands, with the names that the generators give. */
export const sdkSamples: Readonly<Record<string, Sample>> = {
  javascript: (_api, { fileName, operation, needsKey }) => ({
    install: `unzip ${fileName}`,
    usage: [
      "const apigClientFactory = require('./apiGateway-js-sdk/apigClient.js');",
      `const apigClient = apigClientFactory.newClient(${needsKey ? "{ apiKey: 'YOUR_API_KEY' }" : '{}'});`,
      `apigClient.${operation.name}(${requiredObject(operation)}).then(({ data }) => console.log(data));`,
    ].join('\n'),
  }),
  typescript: (api, { fileName, operation, needsKey }) => ({
    install: `unzip ${fileName}`,
    usage: [
      "import { Client } from './typescript-sdk';",
      `const client = new Client(${needsKey ? "{ apiKey: 'YOUR_API_KEY' }" : '{}'});`,
      `client.${nameIn(typescriptNames, api, operation)}(${requiredObject(operation)}).then(({ data }) => console.log(data));`,
    ].join('\n'),
  }),
  python: (api, { fileName, operation, needsKey }) => ({
    install: `unzip ${fileName} && pip install ./python-sdk`,
    usage: [
      'from api_client import Client',
      `client = Client(${needsKey ? 'api_key="YOUR_API_KEY"' : ''})`,
      `print(client.${nameIn(pythonNames, api, operation)}(${requiredList(operation)}).data)`,
    ].join('\n'),
  }),
  java: (api, { fileName, operation, needsKey, parameters }) => ({
    install: `unzip ${fileName} && mvn -f java-sdk install`,
    usage: [
      `import ${parameters.javaPackageName}.*;`,
      `var client = new ${javaClassName(api, parameters.serviceName ?? '')}(new ClientConfig()${needsKey ? '.apiKey("YOUR_API_KEY")' : ''});`,
      `System.out.println(client.${nameIn(javaNames, api, operation)}(${everyValue(operation)}).data);`,
    ].join('\n'),
  }),
  ruby: (api, { fileName, operation, needsKey, parameters }) => ({
    install: `unzip ${fileName}`,
    usage: [
      `require './ruby-sdk/lib/${parameters['ruby.gem-name']}'`,
      `client = ${pascalCase(parameters['service.name'] ?? '')}::Client.new${needsKey ? "(api_key: 'YOUR_API_KEY')" : ''}`,
      `p client.${nameIn(rubyNames, api, operation)}${rubyParameters(operation)}.data`,
    ].join('\n'),
  }),
};

type NamesOf = (operations: readonly SdkOperation[]) => string[];

const nameIn = (namesOf: NamesOf, { operations }: SdkApi, operation: SdkOperation) =>
  namesOf(operations)[operations.indexOf(operation)] ?? '';

const rubyNames: NamesOf = (operations) => rubyNamed(operations).map(({ own }) => own);

const requiredOf = ({ parameters }: SdkOperation) => parameters.filter(({ required }) => required);

function requiredObject(operation: SdkOperation): string {
  const members = requiredOf(operation).map(({ name }) => `${JSON.stringify(name)}: '${VALUE}'`);
  return members.length === 0 ? '' : `{ ${members.join(', ')} }`;
}

const requiredList = (operation: SdkOperation) =>
  requiredOf(operation)
    .map(() => `"${VALUE}"`)
    .join(', ');

/** Java leaves none out. */
const everyValue = ({ parameters, body }: SdkOperation) =>
  [...parameters.map(({ required }) => (required ? `"${VALUE}"` : 'null')), ...(body ? ['null'] : [])].join(
    ', ',
  );

function rubyParameters({ parameters }: SdkOperation): string {
  const required = rubyNamed(parameters).filter(({ required }) => required);
  return required.length === 0 ? '' : `(${required.map(({ own }) => `${own}: '${VALUE}'`).join(', ')})`;
}
